import { providerStore } from '../../cms/src/api/attachment/provider-store';
import { pdf } from '../fixtures/files';
import { type ObjectStorage, objectStorage } from './object-storage';

const key = 'ab/abcdef0123456789abcdef0123456789.pdf';
const stored = '/documents/attachments/ab/abcdef0123456789abcdef0123456789.pdf';

async function bytesOf(stream: AsyncIterable<Buffer> | null): Promise<Buffer> {
  if (!stream) throw new Error('the document is gone');
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('documents in an S3 bucket (ATTACHMENTS_PROVIDER=aws-s3)', () => {
  let storage: ObjectStorage;
  beforeEach(async () => {
    storage = await objectStorage();
  });
  afterEach(() => storage.stop());

  const store = (params: Record<string, unknown> = { ACL: 'private' }, more: Record<string, unknown> = {}) =>
    providerStore({
      provider: 'aws-s3',
      providerOptions: {
        ...more,
        s3Options: {
          endpoint: storage.endpoint,
          region: 'cn-test-1',
          forcePathStyle: true,
          maxAttempts: 1,
          credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
          params: { Bucket: 'documents', signedUrlExpires: 60, ...params },
        },
      },
    });

  it('writes a private object, reads it by a signed address, removes it', async () => {
    const { url } = await store().write({ key, bytes: pdf(), mime: 'application/pdf' });
    expect(storage.objects.get(stored)).toEqual({ bytes: pdf(), type: 'application/pdf', acl: 'private' });
    // What the row in the database carries opens nothing.
    expect((await fetch(url ?? '')).status).toBe(403);
    expect(await bytesOf(await store().read({ key, url }))).toEqual(pdf());
    expect(storage.reads).toBe(1);
    await store().remove({ key, url });
    expect(storage.objects.size).toBe(0);
    // Gone already: nothing happens.
    await store().remove({ key, url });
  });

  it('writes a large document in parts', async () => {
    const bytes = Buffer.alloc(9 * 1024 * 1024, 'x');
    bytes.writeUInt32BE(7, 6 * 1024 * 1024);
    const { url } = await store().write({ key, bytes, mime: 'image/png' });
    expect(storage.objects.get(stored)).toMatchObject({ type: 'image/png', acl: 'private' });
    expect((await bytesOf(await store().read({ key, url }))).equals(bytes)).toBe(true);
  });

  it('a document the storage lost is known before anything is sent', async () => {
    const { url } = await store().write({ key, bytes: pdf(), mime: 'application/pdf' });
    storage.objects.clear();
    await expect(store().read({ key, url })).resolves.toBeNull();
  });

  it('refuses a bucket that is not configured as private', async () => {
    await expect(store({}).write({ key, bytes: pdf(), mime: 'application/pdf' })).rejects.toThrow('must be configured as private');
    expect(storage.objects.size).toBe(0);
  });

  it('refuses a configuration under which addresses are not signed, and leaves nothing behind', async () => {
    const open = store({ ACL: 'private' }, { baseUrl: storage.endpoint });
    await expect(open.write({ key, bytes: pdf(), mime: 'application/pdf' })).rejects.toThrow('does not sign');
    expect(storage.objects.size).toBe(0);
  });
});
