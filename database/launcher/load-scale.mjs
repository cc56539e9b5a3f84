import { createRequire } from 'node:module';
import { withClient } from './with-client.mjs';

/** Loads data at scale into a database that has the schema. @returns what seedScale of @xueshi/database answers */
export async function loadScale({ databaseUrl, options, say }) {
  const load = createRequire(import.meta.url);
  // Compiled by the build a moment ago.
  const { dataKey, openVault, seedScale } = load('../dist/index.js');
  const { henan } = load('@xueshi/config');
  const began = Date.now();
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(0)} 秒`;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const counts = await withClient(databaseUrl, (client) =>
    seedScale(client, { ...options, vault: openVault(dataKey(options.dataDir)), pack: henan, today, report: (message) => say(`${elapsed()}  ${message}`) }),
  );
  say(`已载入 ${counts.organizations} 个机构、${counts.people} 名专业技术人员、${counts.records} 条申报记录（${elapsed()}）。`);
  return counts;
}
