/** `npm run seed:scale -- --people 1000000 --records 10000000`: fills a database for measuring, in `.data/scale` unless DATA_DIR or DATABASE_URL says where. */
export async function act({ application, options, say }) {
  await application.reserve();
  await application.prepare({ admin: false, panel: false });
  // Only now: it needs installed packages.
  const { loadScale } = await import('../load-scale.mjs');
  const databaseUrl = await application.startDatabase();
  await application.laySchema(databaseUrl);
  const { accounts } = await loadScale({ databaseUrl, options, say });
  say(`数据目录 ${options.dataDir}，可用的账户：`);
  for (const account of accounts)
    say(`  ${account.userType}  ${account.idNumber}  ${account.password}  ${account.organizationName}（待审 ${account.waiting}）`);
  return true;
}
