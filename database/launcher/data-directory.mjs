import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canEnter, postgresUser, systemDirectory } from './postgres-binaries.mjs';

/**
 * Folder of the embedded database: `postgres` in the data directory; where the user PostgreSQL runs as cannot enter it (a clone in root's
 * home), one of its own below `systemDirectory`, named after the data directory so that it is found again.
 * @returns {{ directory: string, moved: boolean }}
 */
export function clusterDirectory(dataDir) {
  const user = postgresUser();
  // Traversable by that user, readable by nobody else; a folder that was there keeps its rights and gains this one.
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  else if (user) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  if (canEnter(dataDir, user)) return { directory: join(dataDir, 'postgres'), moved: false };
  const home = join(systemDirectory, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return { directory: join(home, 'postgres'), moved: true };
}
