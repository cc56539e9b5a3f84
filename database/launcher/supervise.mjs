import { setTimeout as sleep } from 'node:timers/promises';

const pauses = [200, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
/** Somebody who ran this long had not failed at starting. */
const steady = 60_000;

/**
 * Keeps a process running: whenever it ends without having been asked to, it is started again, after a pause that grows while it keeps failing.
 * @template {{ pid: number, exited: Promise<string>, stop: () => Promise<void> }} Process
 * @param {{ first: Process, start: () => Promise<Process> | Process, onExit: (reason: string, pause: number) => void, onStart?: (process: Process) => void }} options
 * @returns {{ current: () => Process, restart: () => Promise<void>, stop: () => Promise<void> }} `restart`: ends it on purpose; it comes back at once
 */
export function supervise({ first, start, onExit, onStart = () => {} }) {
  const stopping = new AbortController();
  let current = first;
  let failures = 0;
  let wanted = false;

  async function watch() {
    while (!stopping.signal.aborted) {
      const since = Date.now();
      const reason = await current.exited;
      if (stopping.signal.aborted) return;
      if (!wanted) {
        failures = Date.now() - since > steady ? 0 : failures;
        const pause = pauses[Math.min(failures, pauses.length - 1)];
        failures += 1;
        onExit(reason, pause);
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
      wanted = false;
      if (stopping.signal.aborted) return;
      try {
        current = await start();
        onStart(current);
      } catch (error) {
        // Counted like an exit: the next round waits longer.
        current = { pid: 0, exited: Promise.resolve(error.message), stop: async () => {} };
      }
    }
  }
  const watching = watch();
  return {
    current: () => current,
    async restart() {
      wanted = true;
      await current.stop();
    },
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
      // It may have been started in the very moment of stopping.
      await current.stop();
    },
  };
}
