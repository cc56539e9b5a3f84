import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterDirectory } from '../../database/launcher/data-directory.mjs';

/**
 * Where the embedded database of a running application listens, and the key its personal data is sealed with: what a fixture needs to add a
 * person the interface cannot add yet.
 * @param {string} dataDir the application's DATA_DIR
 */
export function demoDatabase(dataDir) {
  const { directory } = clusterDirectory(dataDir);
  const password = readFileSync(`${directory}.password`, 'utf8').trim();
  const port = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[3];
  return {
    databaseUrl: `postgres://xueshi:${password}@127.0.0.1:${port}/xueshi`,
    dataKey: readFileSync(join(dataDir, 'data.key'), 'utf8').trim(),
  };
}
