import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, stampOf } from './process.mjs';

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return { pid: 0, stamp: '' };
    throw error;
  }
}

const isHeld = (holder) => isAlive(holder.pid) && stampOf(holder.pid) === holder.stamp;

/**
 * Takes a lock file for this process. A lock whose process is gone, or whose number now belongs to another process, is taken over.
 * @param {string} file its folder is made when missing
 * @param {object} facts told to whoever finds the lock taken, e.g. `{ url }`
 * @returns {Promise<{ holder: object } | { release: () => void }>} `holder`: the facts, with `pid`, of the process that has it
 */
export async function takeLock(file, facts) {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ ...facts, pid: process.pid, stamp: stampOf(process.pid) }), { mode: 0o644 });
  try {
    for (;;) {
      const holder = readHolder(file);
      if (holder && isHeld(holder) && holder.pid !== process.pid) return { holder };
      if (holder) rmSync(file, { force: true });
      try {
        // A link appears complete or not at all, and for one of two only.
        linkSync(own, file);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        continue;
      }
      // Another start may have taken the same dead lock for dead and removed ours: whoever stands in the file now has it.
      await sleep(50);
      if (readHolder(file)?.pid === process.pid) {
        return {
          release: () => {
            if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
          },
        };
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
}
