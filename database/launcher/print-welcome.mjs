import { createRequire } from 'node:module';

const userTypes = { bureau: '人社部门', authority: '主管部门', employer: '用人单位', base: '继续教育基地', professional: '专业技术人员' };

/** Where everything is, and with SEED=demo who may sign in. `panel`: where it is served when not by the server itself. */
export async function printWelcome({ say, url, options, seconds, panel = url }) {
  say(`
学时已启动（${seconds.toFixed(1)} 秒），按 Ctrl-C 停止。

  工作台        ${panel}
  CMS 管理后台  ${url}/admin（第一次打开时创建管理员）
  开放接口      ${url}/api
  数据目录      ${options.dataDir}`);
  if (options.seed === 'demo') say(`\n演示账户（虚构人物）：\n\n${demoLines().join('\n')}`);
  else if (options.databaseUrl)
    say('\n数据库由 DATABASE_URL 指定，没有载入演示数据；需要时设 SEED=demo，只对空库有效。空库请用 npm run open-bureau 开设第一个机构。');
}

function demoLines() {
  // Compiled by the build a moment ago, hence not imported above.
  const { demoAccounts } = createRequire(import.meta.url)('../dist/index.js');
  return demoAccounts.map(
    ({ userType, idNumber, password, name, organizationName }) => `  ${userTypes[userType]}  ${idNumber}  ${password}  ${name}（${organizationName}）`,
  );
}
