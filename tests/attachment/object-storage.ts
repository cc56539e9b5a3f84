import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ObjectStorage {
  /** `http://127.0.0.1:…` */
  endpoint: string;
  /** Bytes and type by `/bucket/key`. */
  objects: Map<string, { bytes: Buffer; type: string; acl: string }>;
  /** Signed reads so far. */
  reads: number;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * As much of S3 as documents need, in this process: put (whole or in parts), get and delete, path style. Like a private bucket it refuses
 * whatever is not signed; it does not check the signature itself.
 */
export async function objectStorage(): Promise<ObjectStorage> {
  const objects: ObjectStorage['objects'] = new Map();
  const parts = new Map<string, Map<number, Buffer>>();
  const answer = { endpoint: '', objects, reads: 0, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://storage');
    const xml = (status: number, text: string) => response.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(text);
    const store = (bytes: Buffer): void => {
      const { 'content-type': type = '', 'x-amz-acl': acl = '' } = request.headers;
      const begun = objects.get(pathname);
      objects.set(pathname, { bytes, type: begun?.type ?? type, acl: begun?.acl ?? String(acl) });
    };
    const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') || searchParams.has('X-Amz-Signature');
    const handle = async (): Promise<void> => {
      const bytes = await bodyOf(request);
      const upload = searchParams.get('uploadId');
      if (!signed) xml(403, '<Error><Code>AccessDenied</Code></Error>');
      else if (request.method === 'PUT' && upload !== null) {
        parts.get(upload)?.set(Number(searchParams.get('partNumber')), bytes);
        response.writeHead(200, { etag: '"part"', connection: 'close' }).end();
      } else if (request.method === 'PUT') {
        store(bytes);
        response.writeHead(200, { etag: '"whole"', connection: 'close' }).end();
      } else if (request.method === 'POST' && upload !== null) {
        store(Buffer.concat([...(parts.get(upload) ?? [])].sort(([a], [b]) => a - b).map(([, part]) => part)));
        xml(200, `<CompleteMultipartUploadResult><ETag>"parts"</ETag><Location>${answer.endpoint}${pathname}</Location></CompleteMultipartUploadResult>`);
      } else if (request.method === 'POST') {
        parts.set('1', new Map());
        store(Buffer.alloc(0));
        xml(200, '<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>');
      } else if (request.method === 'DELETE') {
        objects.delete(pathname);
        response.writeHead(204, { connection: 'close' }).end();
      } else {
        const object = objects.get(pathname);
        answer.reads += 1;
        if (object) response.writeHead(200, { 'content-type': object.type, connection: 'close' }).end(object.bytes);
        else xml(404, '<Error><Code>NoSuchKey</Code></Error>');
      }
    };
    handle().catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  answer.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return answer;
}
