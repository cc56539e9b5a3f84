import { spawn } from 'node:child_process';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../port.mjs';
import { printWelcome } from '../print-welcome.mjs';
import { StartProblem } from '../start-problem.mjs';

/** After the last file tsc has written, before the server is restarted: one change writes many. */
const quiet = 400;

/** A program that runs beside the server for as long as it does. */
function startBeside(command, { cwd, env = {} }) {
  const child = spawn(process.execPath, command, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    async stop() {
      // The whole group: tsc is a Node program that runs a native one and does not pass the signal on.
      if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
      await exited;
    },
  };
}

/** Vite takes a moment; its address is printed only when it leads somewhere. */
async function untilAnswered(address) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await (await fetch(address)).arrayBuffer();
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new StartProblem('工作台的开发服务没有启动，原因见上面的输出。', { cause });
      await sleep(100);
    }
  }
}

/** `npm run dev`: the server restarts when a workspace has been compiled anew; the panel is served by Vite and changes in place. */
export async function act({ application, options, repository, say, url }) {
  const began = Date.now();
  await application.reserve();
  await application.prepare({ admin: true, panel: false });
  const server = await application.keepServer(await application.startDatabase());

  const bin = (path) => join(repository, 'node_modules', path);
  await application.keep(startBeside([bin('typescript/bin/tsc'), '-b', '--watch', '--preserveWatchOutput'], { cwd: repository }));
  const panelPort = await freePort();
  await application.keep(
    startBeside([bin('vite/bin/vite.js'), '--port', String(panelPort), '--strictPort', '--host', options.host, '--clearScreen', 'false'], {
      cwd: join(repository, 'admin-ui'),
      env: { API: url, NODE_ENV: 'development' },
    }),
  );

  let pending;
  const restart = () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      say('代码有变化，正在重新启动服务…');
      void server.restart();
    }, quiet);
  };
  const plugins = readdirSync(join(repository, 'plugins')).map((name) => `plugins/${name}`);
  for (const workspace of ['core', 'config', 'database', 'cms', ...plugins]) {
    const watcher = watch(join(repository, workspace, 'dist'), { recursive: true }, (_event, file) => {
      const name = String(file);
      if (/\.(js|json)$/.test(name) && !name.startsWith('build/')) restart();
    });
    await application.keep({ stop: async () => watcher.close() });
  }
  const panel = url.replace(String(options.port), String(panelPort));
  await untilAnswered(panel);
  await printWelcome({ say, url, options, seconds: (Date.now() - began) / 1000, panel });
  return false;
}
