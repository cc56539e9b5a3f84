import { createRequire } from 'node:module';

/** `npm run seed:scale -- --people 1000000 --records 10000000`: fills a database for measuring, in `.data/scale` unless DATA_DIR or DATABASE_URL says where. */
export async function act({ application, options, say }) {
  await application.reserve();
  await application.prepare({ admin: false, panel: false });
  // Only now: it needs installed packages.
  const { withClient } = await import('../with-client.mjs');
  const url = await application.startDatabase();
  await application.laySchema(url);
  const load = createRequire(import.meta.url);
  const { dataKey, openVault, seedScale } = load('../../dist/index.js');
  const { henan } = load('@xueshi/config');
  const began = Date.now();
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(0)} 秒`;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { organizations, people, records, accounts } = await withClient(url, (client) =>
    seedScale(client, { ...options, vault: openVault(dataKey(options.dataDir)), pack: henan, today, report: (message) => say(`${elapsed()}  ${message}`) }),
  );
  say(`\n已载入 ${organizations} 个机构、${people} 名专业技术人员、${records} 条申报记录（${elapsed()}），数据目录 ${options.dataDir}`);
  for (const account of accounts)
    say(`  ${account.userType}  ${account.idNumber}  ${account.password}  ${account.organizationName}（待审 ${account.waiting}）`);
  return true;
}
