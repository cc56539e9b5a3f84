import type { Queryable } from '../../query';
import { deleteOrphans } from './attachment.sql';
import type { FileStore } from './file-store';

/**
 * Removes uploads no declaration took within a day. The rows go first and in one statement, so several processes may run it at once; a
 * file that cannot be removed is reported. @returns how many went
 */
export async function clearOrphans(db: Queryable, store: FileStore, report: (message: string) => void): Promise<number> {
  const orphans = await deleteOrphans(db);
  for (const { id, fileKey, url } of orphans) {
    try {
      await store.remove({ key: fileKey, url });
    } catch (error) {
      report(`attachment ${id}: its file ${fileKey} was not removed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return orphans.length;
}
