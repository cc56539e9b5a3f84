import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './port.mjs';
import { locatePostgres, postgresUser } from './postgres-binaries.mjs';
import { commandOf, isAlive } from './process.mjs';
import { StartProblem } from './start-problem.mjs';

const megabyte = 1024 * 1024;
const logLimit = 20 * megabyte;

/** A log without personal data: no statement, no DETAIL with key values, no parameters. */
const quietLog = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_min_messages: 'warning', log_parameter_max_length_on_error: 0 };

function durableSettings() {
  const quarter = Math.floor(totalmem() / 4 / megabyte);
  return {
    shared_buffers: `${Math.min(Math.max(quarter, 128), 4096)}MB`,
    effective_cache_size: `${Math.max(quarter * 2, 256)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    checkpoint_completion_target: 0.9,
    random_page_cost: 1.1,
    jit: 'off',
    shared_preload_libraries: 'pg_stat_statements',
  };
}

/** For data that is thrown away: nothing waits for a disk. */
const throwawaySettings = { shared_buffers: '128MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '2GB', jit: 'off' };

/**
 * A PostgreSQL server of our own on 127.0.0.1. Creates the cluster when `directory` has none; ends or sweeps away what an earlier,
 * killed run left there. The directory must be one the user of `postgresUser()` can enter.
 * @param {{ directory: string, port?: number, throwaway?: boolean }} options `port` 0: a free one
 * @returns {Promise<{ port: number, pid: number, url: (database: string) => string, exited: Promise<string>, stop: () => Promise<void> }>}
 *   `exited` resolves with a reason when the process is gone, whoever ended it
 */
export async function startPostgres({ directory, port = 0, throwaway = false }) {
  const user = postgresUser();
  const binaries = locatePostgres(user);
  const password = createCluster({ directory, binaries, user });
  const chosen = port || (await freePort());
  await endOrphan(directory);
  const settings = {
    ...(throwaway ? throwawaySettings : durableSettings()),
    ...quietLog,
    listen_addresses: '127.0.0.1',
    port: chosen,
    unix_socket_directories: '',
    max_connections: 120,
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
  };
  const deadline = Date.now() + 60_000;
  for (;;) {
    const server = launch({ directory, binaries, user, settings });
    const state = await Promise.race([server.exited, waitUntilReady(directory, server.pid)]);
    if (state === 'ready') {
      return {
        port: chosen,
        pid: server.pid,
        exited: server.exited,
        url: (database) => `postgres://xueshi:${password}@127.0.0.1:${chosen}/${database}`,
        stop: () => stopServer(server),
      };
    }
    // Backends of a killed server hold its shared memory for a moment; a second try then succeeds.
    if (Date.now() > deadline || state === 'timeout') {
      await stopServer(server);
      throw new StartProblem(`内置数据库没有启动（${state}），日志见 ${logOf(directory)}：\n${tail(logOf(directory))}`);
    }
    await sleep(500);
    await endOrphan(directory);
  }
}

const logOf = (directory) => `${directory}.log`;
const tail = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');

/** Runs initdb beside the target and moves the finished cluster in place, so that an interrupted one is never taken for whole. Returns the password. */
function createCluster({ directory, binaries, user }) {
  const passwordFile = `${directory}.password`;
  if (existsSync(join(directory, 'PG_VERSION'))) {
    const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
    if (version !== '18') throw new StartProblem(`${directory} 中的数据属于 PostgreSQL ${version}，本程序内置的是 18，请先迁移数据。`);
    return readFileSync(passwordFile, 'utf8').trim();
  }
  const fresh = `${directory}.new`;
  const secret = `${directory}.secret`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(directory), { recursive: true });
  mkdirSync(fresh, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) for (const path of [fresh, secret]) chownSync(path, user.uid, user.gid);
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      '-D',
      fresh,
      '-U',
      'xueshi',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...identity(user), cwd: dirname(directory), encoding: 'utf8' },
  );
  rmSync(secret, { force: true });
  if (made.status !== 0) throw new StartProblem(`initdb 失败：${made.error?.message ?? ''}\n${made.stdout ?? ''}${made.stderr ?? ''}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(fresh, directory);
  return password;
}

const identity = (user) => ({
  ...(user ? { uid: user.uid, gid: user.gid } : {}),
  env: { PATH: process.env.PATH ?? '', LANG: 'C', LC_ALL: 'C', TZ: 'Asia/Shanghai' },
});

function launch({ directory, binaries, user, settings }) {
  const log = logOf(directory);
  if (existsSync(log) && statSync(log).size > logLimit) truncateSync(log);
  const output = openSync(log, 'a', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its own process group: Ctrl-C reaches the launcher only, which then stops the server of the CMS first and the database last.
  const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', directory, ...flags], {
    ...identity(user),
    cwd: dirname(directory),
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  return { pid: child.pid ?? 0, child, exited };
}

/** URL of a database on the server another launcher runs in this directory; null when none runs. */
export function runningUrl(directory, database) {
  const postmaster = readPostmaster(directory);
  if (!postmaster || !isAlive(postmaster.pid)) return null;
  return `postgres://xueshi:${readFileSync(`${directory}.password`, 'utf8').trim()}@127.0.0.1:${postmaster.port}/${database}`;
}

/** postmaster.pid: line 1 the process, line 4 its port, line 8 its state. What pg_ctl waits for, without a connection. */
function readPostmaster(directory) {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? '' };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

async function waitUntilReady(directory, pid) {
  const deadline = Date.now() + 120_000; // crash recovery of a large database
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(directory);
    if (postmaster?.pid === pid && postmaster.state === 'ready') return 'ready';
    await sleep(25);
  }
  return 'timeout';
}

async function waitUntilGone(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid) && Date.now() < deadline) await sleep(50);
  return !isAlive(pid);
}

/**
 * A server of this cluster that outlived its launcher is shut down; a postmaster.pid without its server is removed (the number may since
 * belong to another program, and PostgreSQL would refuse to start). Only called by the holder of the data directory's lock.
 */
export async function endOrphan(directory) {
  const postmaster = readPostmaster(directory);
  if (!postmaster) return;
  const ours = isAlive(postmaster.pid) && commandOf(postmaster.pid).includes(directory);
  if (ours) {
    process.kill(postmaster.pid, 'SIGINT');
    if (!(await waitUntilGone(postmaster.pid, 15_000))) process.kill(postmaster.pid, 'SIGQUIT');
    if (!(await waitUntilGone(postmaster.pid, 5_000))) throw new StartProblem(`上次运行留下的数据库进程 ${postmaster.pid} 无法结束。`);
  }
  rmSync(join(directory, 'postmaster.pid'), { force: true });
}

/** Fast shutdown, then an immediate one, then the end of it: the next start recovers from the log. */
async function stopServer({ child, exited }) {
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await Promise.race([exited, sleep(patience, undefined, { ref: false })]);
  }
}
