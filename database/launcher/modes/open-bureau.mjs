import { createRequire } from 'node:module';
import { createInterface } from 'node:readline/promises';
import { clusterDirectory } from '../data-directory.mjs';

/** What is asked, in this order; read from the terminal, never from the command line, where everybody on the machine could see it. */
const questions = [
  ['name', '单位名称（如 某省人力资源和社会保障厅）'],
  ['code', '统一社会信用代码'],
  ['regionCode', '行政区划代码（六位）'],
  ['personName', '首位管理员姓名'],
  ['idNumber', '首位管理员身份证号'],
];

async function ask() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    const answers = {};
    for (const [field, question] of questions) {
      process.stdout.write(`${question}：`);
      answers[field] = (await lines.next()).value ?? '';
    }
    return answers;
  } finally {
    terminal.close();
  }
}

/** `npm run open-bureau`: the first bureau and its administrator of an empty installation (SEED=none). Works beside a running application. */
export async function act({ application, options, say }) {
  await application.prepare({ admin: false, panel: false });
  // Only now: it needs installed packages.
  const { withClient } = await import('../with-client.mjs');
  const { runningUrl } = await import('../postgres.mjs');
  let url = options.databaseUrl ?? runningUrl(clusterDirectory(options.dataDir).directory, 'xueshi');
  if (!url) {
    await application.reserve();
    url = await application.startDatabase();
    await application.laySchema(url);
  }
  const { dataKey, openBureau, openVault } = createRequire(import.meta.url)('../../dist/index.js');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const answers = await ask();
  try {
    const { maskedIdNumber } = await withClient(url, (client) => openBureau(client, answers, { vault: openVault(dataKey(options.dataDir)), today }));
    say(`\n已开通。请以“人社部门”登录，身份证号 ${maskedIdNumber}，初始密码为身份证号后六位，首次登录须修改。`);
  } catch (error) {
    if (error?.name !== 'Refusal') throw error;
    const { StartProblem } = await import('../start-problem.mjs');
    const question = questions.find(([field]) => field === error.field)?.[1];
    throw new StartProblem(`没有开通：${question ? `${question}：` : ''}${error.message}`);
  }
  return true;
}
