/** Where everything is, and with SEED=demo who may sign in. */
export async function printWelcome({ say, url, options, seconds, panel = url }) {
  say(`
学时已启动（${seconds.toFixed(1)} 秒），按 Ctrl-C 停止。

  工作台        ${panel}
  CMS 管理后台  ${url}/admin
  开放接口      ${url}/api
  数据目录      ${options.dataDir}`);
}
