import type { Core } from '@strapi/strapi';
import type { Pack } from '@xueshi/core';
import { chainRuns } from '../chain-runs';
import { type Listener, listenPolicy } from '../listen-policy';
import { loadPack } from '../load-pack';
import { type Policy, PolicyError } from '../parse-policy';
import { readPolicy } from '../read-policy';

export type { Policy } from '../parse-policy';

/** Many notices of one transaction, or of a row edited after another, lead to one reading. */
const settle = 30;
const retry = 2_000;

export interface PolicyService {
  /** The configuration in force. The same object until it changes: do not keep it across requests, do not change it. */
  current(): Policy;
  /** Loads the pack's defaults, reads the configuration, begins to follow its changes. @throws PolicyError: the server must not start */
  start(pack: Pack): Promise<void>;
  stop(): Promise<void>;
}

export default ({ strapi }: { strapi: Core.Strapi }): PolicyService => {
  let policy: Policy | undefined;
  let listener: Listener | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** All tables as of one moment, whatever is committed meanwhile. */
  const read = (): Promise<Policy> => strapi.db.connection.transaction((trx) => readPolicy(trx), { isolationLevel: 'repeatable read', readOnly: true });

  const reload = chainRuns(async () => {
    try {
      policy = await read();
    } catch (error) {
      // The last good configuration stays in force; a lost database is tried again.
      strapi.log.error(`configuration not reloaded: ${error instanceof Error ? error.message : String(error)}`);
      if (!(error instanceof PolicyError)) schedule(retry);
    }
  });
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // `reload` handles its own errors.
      void reload();
    }, delay);
  };

  return {
    current() {
      if (!policy) throw new Error('the policy is not loaded yet');
      return policy;
    },

    async start(pack) {
      const load = await strapi.db.transaction(({ trx }) => loadPack(trx, pack));
      if (load.inserted + load.updated > 0) strapi.log.info(`policy pack ${pack.code}: ${load.inserted} rows inserted, ${load.updated} updated`);
      const connectionString = strapi.config.get<string>('database.connection.connection.connectionString');
      listener = await listenPolicy(
        connectionString,
        () => schedule(settle),
        (message) => strapi.log.warn(message),
      );
      const first = await read();
      // A change may have been read while this was.
      policy ??= first;
    },

    async stop() {
      clearTimeout(timer);
      await listener?.stop();
    },
  };
};
