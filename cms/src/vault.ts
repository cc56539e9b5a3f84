import { dataKey, openVault, type Vault } from '@xueshi/database';

let opened: Vault | undefined;

/** This process's vault: DATA_KEY, or the key kept in the data directory (`server.ts` sets DATA_DIR). */
export function vault(): Vault {
  if (!opened) {
    const directory = process.env.DATA_DIR;
    if (!directory) throw new Error('DATA_DIR is not set');
    opened = openVault(dataKey(directory));
  }
  return opened;
}
