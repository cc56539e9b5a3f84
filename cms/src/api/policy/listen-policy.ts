import { Client } from 'pg';

/** Reconnects after this many milliseconds, doubled up to the last. */
const delays = [200, 10_000] as const;

export interface Listener {
  stop(): Promise<void>;
}

/**
 * Calls `changed` whenever any process or administrator changes the configuration (NOTIFY policy_changed), and after every
 * reconnection, because notices are lost while nobody listens. On a connection of its own: LISTEN does not survive a pool.
 */
export async function listenPolicy(connectionString: string, changed: () => void, log: (message: string) => void): Promise<Listener> {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let delay: number = delays[0];
  let stopped = false;

  const lost = (why: string): void => {
    if (stopped || timer) return;
    log(`policy listener: ${why}; next try in ${delay} ms`);
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(changed, (error: Error) => lost(error.message));
    }, delay);
    delay = Math.min(delay * 2, delays[1]);
  };

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString, application_name: 'xueshi policy', keepAlive: true });
    next.on('error', (error) => {
      if (next === client) lost(error.message);
    });
    next.on('end', () => {
      if (next === client) lost('connection ended');
    });
    next.on('notification', changed);
    await next.connect();
    await next.query('listen policy_changed');
    client = next;
    delay = delays[0];
  };

  await connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
