import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './file-store';

const keyPattern = /^[0-9a-f]{2}\/[0-9a-f]{32}\.(pdf|jpg|png)$/;

/**
 * Documents in `DATA_DIR/attachments`, outside everything that is served as a file: they carry personal data, and Strapi's own local
 * provider writes below `/uploads`, which anybody may read.
 */
export function localStore(dataDirectory: string): FileStore {
  const root = path.join(dataDirectory, 'attachments');
  const fileOf = (key: string): string => {
    if (!keyPattern.test(key)) throw new Error('attachment key of an unknown shape');
    return path.join(root, key);
  };
  return {
    async write({ key, bytes }) {
      const file = fileOf(key);
      await mkdir(path.dirname(file), { recursive: true });
      // The row in the database must never point at a file a power cut took back.
      const handle = await open(file, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return { url: null };
    },
    // Opened before anything is answered: a file that is gone is an error of the request, not a broken download.
    async read({ key }) {
      try {
        return (await open(fileOf(key), 'r')).createReadStream();
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: ({ key }) => rm(fileOf(key), { force: true }),
  };
}
