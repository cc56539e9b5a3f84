import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
const tether = pathToFileURL(join(repository, 'database/launcher/tether.mjs')).href;

/**
 * Starts one server of the CMS (`cms/dist/server.js`) in a process group of its own, tethered to this process.
 * @param {{ env: Record<string, string>, stdio?: 'inherit' | number }} options `env` is added to this process's environment
 * @returns {{ pid: number, exited: Promise<string>, stop: () => Promise<void> }} `exited` resolves with a reason, whoever ended it
 */
export function startServer({ env, stdio = 'inherit' }) {
  const child = spawn(process.execPath, ['--import', tether, 'dist/server.js'], {
    cwd: join(repository, 'cms'),
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', stdio, stdio, 'ipc'],
  });
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  const stop = async () => {
    for (const [signal, patience] of [
      ['SIGTERM', 12_000],
      ['SIGKILL', 5_000],
    ]) {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await Promise.race([exited, sleep(patience, undefined, { ref: false })]);
    }
  };
  return { pid: child.pid ?? 0, exited, stop };
}

/** Whether the server answers GET /api/health with 200. */
export async function isHealthy(url) {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    // Not listening yet, or too busy to answer: the same to the caller.
    return false;
  }
}

/** Waits until the server is healthy. @returns {Promise<string | null>} null, or why it will not be: its exit or the time */
export async function waitUntilHealthy(url, exited, milliseconds = 120_000) {
  const deadline = Date.now() + milliseconds;
  let gone = null;
  void exited.then((reason) => {
    gone = reason;
  });
  while (Date.now() < deadline) {
    if (await isHealthy(url)) return null;
    if (gone) return gone;
    await sleep(100);
  }
  return 'timeout';
}
