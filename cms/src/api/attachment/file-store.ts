import type { Readable } from 'node:stream';
import { localStore } from './local-store';
import { type ProviderConfiguration, providerStore } from './provider-store';

/** A stored document. `key`: `ab/<32 hex>.pdf`; `url`: what an external provider named it, null on this machine. */
export interface StoredKey {
  key: string;
  url: string | null;
}

/** Where the bytes of documents lie. */
export interface FileStore {
  write(file: { key: string; bytes: Buffer; mime: string }): Promise<{ url: string | null }>;
  /** Null when the file is gone, e.g. lost with a disk; throws when the store fails. */
  read(file: StoredKey): Promise<Readable | null>;
  /** Does nothing when the file is gone already. */
  remove(file: StoredKey): Promise<void>;
}

let store: FileStore | undefined;

/** The store this installation uses: `DATA_DIR/attachments`, or the upload provider named in the configuration (`config/attachments.ts`). */
export function fileStore(): FileStore {
  if (!store) {
    const { provider, providerOptions } = strapi.config.get<ProviderConfiguration>('attachments');
    const dataDirectory = process.env.DATA_DIR;
    if (provider !== 'local') store = providerStore({ provider, providerOptions });
    else if (dataDirectory) store = localStore(dataDirectory);
    else throw new Error('DATA_DIR is not set');
  }
  return store;
}
