import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FileStore } from './file-store';

export interface ProviderConfiguration {
  /** `local`, or a Strapi upload provider: `aws-s3` means the package `@strapi/provider-upload-aws-s3`, any other name a package of that name. */
  provider: string;
  providerOptions: Record<string, unknown>;
}

/** A file as Strapi's upload providers see it. */
interface ProviderFile {
  name: string;
  hash: string;
  ext: string;
  mime: string;
  path: string;
  size: number;
  buffer?: Buffer;
  url: string;
}

/** What Strapi documents of an upload provider. */
interface Provider {
  upload(file: ProviderFile): Promise<void>;
  delete(file: ProviderFile): Promise<unknown>;
  isPrivate?(): boolean | Promise<boolean>;
  getSignedUrl?(file: ProviderFile): Promise<{ url: string }>;
}

const folder = 'attachments';
/** A storage that does not answer must not hold a request for ever; a document has at most some megabytes. */
const patience = 30_000;

function fileOf(key: string, url: string | null, mime = '', bytes?: Buffer): ProviderFile {
  const [name = '', ext = ''] = key.slice(key.indexOf('/') + 1).split('.');
  return {
    name: key,
    hash: name,
    ext: `.${ext}`,
    mime,
    path: `${folder}/${key.slice(0, key.indexOf('/'))}`,
    size: (bytes?.length ?? 0) / 1000,
    buffer: bytes,
    url: url ?? '',
  };
}

/**
 * Documents through one of Strapi's upload providers, e.g. S3. It must be private (signed addresses): the server fetches the bytes and
 * hands them on, so nobody outside the scope ever learns an address. Throws an Error for a provider that is not, and when the storage fails.
 */
export function providerStore({ provider: name, providerOptions }: ProviderConfiguration): FileStore {
  const packageName = /^[a-z0-9-]+$/.test(name) ? `@strapi/provider-upload-${name}` : name;
  const loaded: { init(options: Record<string, unknown>): Provider } = require(packageName);
  const provider = loaded.init(providerOptions);
  const { getSignedUrl } = provider;
  if (!getSignedUrl) throw new Error(`attachments: ${packageName} cannot sign addresses`);
  /** The signed address. A provider gives back the plain one where it does not know the object for its own (another bucket, a `baseUrl`). */
  const sign = async (file: ProviderFile): Promise<string> => {
    const { url } = await getSignedUrl.call(provider, file);
    if (url === file.url) throw new Error(`attachments: ${packageName} does not sign the addresses of what it stores`);
    return url;
  };
  return {
    async write({ key, bytes, mime }) {
      if (!(await provider.isPrivate?.())) throw new Error(`attachments: ${packageName} must be configured as private`);
      const file = fileOf(key, null, mime, bytes);
      await provider.upload(file);
      try {
        await sign(file);
      } catch (error) {
        await provider.delete(file);
        throw error;
      }
      return { url: file.url };
    },
    async read({ key, url }) {
      const response = await fetch(await sign(fileOf(key, url)), { signal: AbortSignal.timeout(patience) });
      if (response.status === 404) return null;
      if (!response.ok || !response.body) throw new Error(`attachments: the storage answered ${response.status}`);
      return Readable.fromWeb(response.body as ReadableStream);
    },
    async remove({ key, url }) {
      await provider.delete(fileOf(key, url));
    },
  };
}
