import { join } from 'node:path';
import { build } from './build.mjs';
import { clusterDirectory } from './data-directory.mjs';
import { install } from './install.mjs';
import { takeLock } from './lock.mjs';
import { portProblem } from './port.mjs';
import { stopCommands } from './run-command.mjs';
import { startServer, waitUntilHealthy } from './server-process.mjs';
import { StartProblem } from './start-problem.mjs';
import { supervise } from './supervise.mjs';

/** The address a browser on this machine uses. */
export const addressOf = ({ host, port }) => `http://${['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host}:${port}`;

/** The address the launcher itself asks for the server's health. */
const probeOf = ({ host, port }) => `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;

/** First start of a large database may recover for minutes, and the demo province is loaded before the server says it is ready. */
const patience = 600_000;

/**
 * The parts of a running application, in the order in which they come up. Each is undone in reverse, also when the start fails or is broken off
 * half way: nothing is left behind.
 * @param {{ repository: string, options: object, say: (text: string) => void }} context `options` of options.mjs
 */
export function createApplication({ repository, options, say }) {
  const undo = [];
  let stopped = false;

  const keep = async (part) => {
    undo.push(part.stop);
    if (stopped) throw new StartProblem('启动已被中止。');
    return part;
  };

  /** Takes the data directory for this process alone and checks the port. Refuses when another start has either. */
  async function reserve() {
    const lock = await takeLock(join(options.dataDir, 'launcher.lock'), { url: addressOf(options) });
    if (!lock.release) {
      throw new StartProblem(
        `学时已经在运行：${lock.holder.url}（进程 ${lock.holder.pid}，数据目录 ${options.dataDir}）。\n如需重新启动，请先在原来的窗口按 Ctrl-C；如需再开一个，请另设 PORT 和 DATA_DIR。`,
      );
    }
    await keep({ stop: async () => lock.release() });
    const problem = ['start', 'dev', 'bench'].includes(options.mode) ? await portProblem(options.port, options.host) : null;
    if (problem) throw new StartProblem(problem);
  }

  /** Installs and builds what is missing. */
  async function prepare(bundles) {
    await install(repository, say);
    await build(repository, { ...bundles, say });
    if (stopped) throw new StartProblem('启动已被中止。');
  }

  /** Starts the embedded database and keeps it running; tries the one DATABASE_URL names, if any. @returns {Promise<string>} its URL */
  async function startDatabase() {
    // Only now: these modules need installed packages.
    if (options.databaseUrl) {
      const { checkDatabase } = await import('./check-database.mjs');
      await checkDatabase(options.databaseUrl);
      return options.databaseUrl;
    }
    const { startPostgres } = await import('./postgres.mjs');
    const { ensureDatabase } = await import('./ensure-database.mjs');
    const { directory, moved } = clusterDirectory(options.dataDir);
    if (moved) say(`运行数据库的系统用户进不了 ${options.dataDir}，数据库文件存放在 ${directory}。`);
    const first = await startPostgres({ directory });
    const keeper = supervise({
      first,
      start: () => startPostgres({ directory, port: first.port }),
      onExit: (reason, pause) => say(`数据库意外停止（${reason}），${pause / 1000} 秒后重新启动。`),
      onStart: () => say('数据库已恢复。'),
    });
    await keep(keeper);
    await ensureDatabase(first.url('postgres'), 'xueshi');
    return first.url('xueshi');
  }

  /** Starts the server, waits until it is ready, and from then on keeps it running. @returns {Promise<{ restart: () => Promise<void>, pid: () => number }>} */
  async function keepServer(databaseUrl) {
    const start = () => startServer({ env: serverEnvironment(databaseUrl, options) });
    const first = start();
    let keeper = first;
    await keep({ stop: () => keeper.stop() });
    const failure = await waitUntilHealthy(probeOf(options), first.exited, patience);
    if (failure) throw new StartProblem(stopped ? '启动已被中止。' : `服务没有启动（${failure}），原因见上面的输出。`);
    keeper = supervise({
      first,
      start,
      onExit: (reason, pause) => say(`服务意外停止（${reason}），${pause / 1000} 秒后重新启动。`),
      onStart: async (server) => {
        if (!(await waitUntilHealthy(probeOf(options), server.exited))) say('服务已恢复。');
      },
    });
    return { restart: keeper.restart, pid: () => keeper.current().pid };
  }

  /** Starts a server once, on a port nobody knows, so that it lays the schema; ends it again. */
  async function laySchema(databaseUrl) {
    const { freePort } = await import('./port.mjs');
    const hidden = { ...options, host: '127.0.0.1', port: await freePort(), seed: 'none' };
    const server = await keep(startServer({ env: { ...serverEnvironment(databaseUrl, hidden), SERVE_ADMIN: 'false' } }));
    const failure = await waitUntilHealthy(probeOf(hidden), server.exited, patience);
    if (failure) throw new StartProblem(`服务没有启动（${failure}），原因见上面的输出。`);
    await server.stop();
  }

  /** Ends every part, the last one first. */
  async function stop() {
    stopped = true;
    stopCommands();
    while (undo.length > 0) await undo.pop()();
  }

  return { reserve, prepare, startDatabase, keepServer, laySchema, keep, stop };
}

/** Environment of a server of the CMS. */
export const serverEnvironment = (databaseUrl, options) => ({
  DATABASE_URL: databaseUrl,
  DATA_DIR: options.dataDir,
  PORT: String(options.port),
  HOST: options.host,
  SEED: options.seed,
  NODE_ENV: options.mode === 'dev' ? 'development' : (process.env.NODE_ENV ?? 'production'),
});
