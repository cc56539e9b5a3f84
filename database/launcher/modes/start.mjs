import { printWelcome } from '../print-welcome.mjs';

/** `npm start`: everything comes up and stays up. */
export async function act({ application, options, say, url }) {
  const began = Date.now();
  await application.reserve();
  await application.prepare({ admin: true, panel: true });
  const databaseUrl = await application.startDatabase();
  say(options.seed === 'demo' ? '正在启动（第一次要建表并载入演示数据，约半分钟）…' : '正在启动…');
  await application.keepServer(databaseUrl);
  await printWelcome({ say, url, options, seconds: (Date.now() - began) / 1000 });
  return false;
}
