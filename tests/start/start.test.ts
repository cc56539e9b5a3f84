import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { creditCodeOf, idNumberOf } from '../fixtures/numbers';

jest.setTimeout(180_000);

const repository = path.resolve(__dirname, '../..');

interface Start {
  child: ChildProcess;
  output: () => string;
  exited: Promise<number | null>;
}

/** The folder has a space in its name, as a user's may. */
let directory: string;
let port: number;
const url = () => `http://127.0.0.1:${port}`;

const runs: Start[] = [];

/** `npm start` without npm: what the script of package.json runs, with a data directory of its own. `parameters`: another of its commands. */
function start(environment: Record<string, string> = {}, parameters: string[] = []): Start {
  const child = spawn(process.execPath, ['start.mjs', ...parameters], {
    cwd: repository,
    env: {
      ...process.env,
      DATABASE_URL: '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: path.join(directory, 'data'),
      SEED: 'none',
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text.toString('utf8')));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const run = { child, output: () => output, exited };
  runs.push(run);
  return run;
}

const status = async (): Promise<number> => {
  try {
    return (await fetch(`${url()}/api/health`, { signal: AbortSignal.timeout(2_000) })).status;
  } catch {
    return 0;
  }
};

async function until(what: string, condition: () => Promise<boolean> | boolean, seconds = 90): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await sleep(100);
  }
}

/** Started and welcomed: every address is printed only when all is ready. */
async function started(run: Start): Promise<void> {
  await until('the start', () => run.output().includes('学时已启动') || run.child.exitCode !== null);
  expect(run.output()).toContain('学时已启动');
  expect(await status()).toBe(200);
}

/** Children of a process, by what their command line contains. */
function childOf(parent: number, command: string): number {
  const found = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .find((match) => match && Number(match[2]) === parent && match[3]?.includes(command));
  if (!found) throw new Error(`process ${parent} has no child ${command}`);
  return Number(found[1]);
}

/** Everything that still runs with our data directory on its command line or port. */
const left = (): string[] =>
  execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(directory) && !/^\s*\d+\s+Z/.test(line));

async function stopped(run: Start): Promise<void> {
  run.child.kill('SIGTERM');
  expect(await run.exited).toBe(0);
  expect(left()).toEqual([]);
  expect(await status()).toBe(0);
  expect(existsSync(path.join(directory, 'data/launcher.lock'))).toBe(false);
}

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'xueshi start '));
  chmodSync(directory, 0o755);
  const { createServer } = await import('node:net');
  port = await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
});

/** After a failed test too. */
afterEach(async () => {
  for (const run of runs.splice(0)) {
    if (run.child.exitCode === null && run.child.signalCode === null) run.child.kill('SIGTERM');
    await run.exited;
  }
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('npm start', () => {
  it('comes up, says where everything is, and leaves nothing behind when told to end', async () => {
    const run = start();
    await started(run);
    for (const text of [`http://localhost:${port}`, `http://localhost:${port}/admin`, `http://localhost:${port}/api`]) expect(run.output()).toContain(text);
    const page = await fetch(`${url()}/sign-in`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await stopped(run);
  });

  it('starts a second time without building anything and keeps the data', async () => {
    const key = readFileSync(path.join(directory, 'data/secrets.json'), 'utf8');
    const began = Date.now();
    const run = start();
    await started(run);
    // A figure to read, not to judge by: how fast is the benchmark's question.
    console.log(`second start: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    expect(run.output()).not.toContain('正在构建');
    expect(readFileSync(path.join(directory, 'data/secrets.json'), 'utf8')).toBe(key);
    await stopped(run);
  });

  it('says so when it already runs, and when another program has the port', async () => {
    const run = start();
    await started(run);
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(`学时已经在运行：http://localhost:${port}`);
    const elsewhere = start({ DATA_DIR: path.join(directory, 'other') });
    expect(await elsewhere.exited).toBe(1);
    expect(elsewhere.output()).toContain(`端口 ${port} 已被其他程序占用`);
    expect(elsewhere.output()).not.toContain('    at ');
    expect(await status()).toBe(200);
    await stopped(run);
  });

  it('brings a killed server and a killed database back', async () => {
    const run = start();
    await started(run);
    const server = childOf(run.child.pid ?? 0, 'dist/server.js');
    process.kill(server, 'SIGKILL');
    await until('the server again', async () => run.output().includes('服务已恢复') && (await status()) === 200);
    expect(childOf(run.child.pid ?? 0, 'dist/server.js')).not.toBe(server);

    const database = childOf(run.child.pid ?? 0, 'postgres');
    process.kill(database, 'SIGKILL');
    await until('the database again', () => run.output().includes('数据库已恢复'));
    await until('an answer from the database', async () => (await fetch(`${url()}/api/dictionaries/title-level`)).status === 200, 30);
    expect(childOf(run.child.pid ?? 0, 'postgres')).not.toBe(database);
    await stopped(run);
  });

  it('starts after everything was killed, the database still running', async () => {
    const run = start();
    await started(run);
    const server = childOf(run.child.pid ?? 0, 'dist/server.js');
    run.child.kill('SIGKILL');
    await run.exited;
    await until(
      'the server to end by itself',
      () => !existsSync(`/proc/${server}`) || !readFileSync(`/proc/${server}/cmdline`, 'utf8').includes('server.js'),
      20,
    );
    expect(left().length).toBeGreaterThan(0);
    const again = start();
    await started(again);
    await stopped(again);
  });

  it('starts over a stale postmaster.pid that names a living stranger', async () => {
    const run = start();
    await started(run);
    process.kill(childOf(run.child.pid ?? 0, 'postgres'), 'SIGKILL');
    run.child.kill('SIGKILL');
    await run.exited;
    await until('the end of all processes', () => left().length === 0, 30);
    const file = path.join(directory, 'data/postgres/postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    const again = start();
    await started(again);
    await stopped(again);
  });

  it('ends cleanly when told to in the middle of the start', async () => {
    const run = start();
    await until('the start', () => run.output().includes('正在启动'));
    await stopped(run);
    expect(readdirSync(path.join(directory, 'data'))).not.toContain('launcher.lock');
  });

  it('opens an empty installation: its first bureau and the administrator, once', async () => {
    const run = start();
    await started(run);
    const answer = async (lines: string[]): Promise<Start> => {
      const command = start({}, ['--open-bureau']);
      command.child.stdin?.end(`${lines.join('\n')}\n`);
      await command.exited;
      return command;
    };
    const idNumber = idNumberOf(1);
    const bureau = ['测试省人力资源和社会保障厅', creditCodeOf(1), '410000', '钱首任'];

    const wrong = await answer([...bureau, '410101199001010000']);
    expect(wrong.child.exitCode).toBe(1);
    expect(wrong.output()).toContain('首位管理员身份证号：身份证号非法');

    const opened = await answer([...bureau, idNumber]);
    expect(opened.output()).toContain('已开通');
    expect(opened.output()).not.toContain(idNumber);
    const session = await fetch(`${url()}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userType: 'bureau', idNumber, password: idNumber.slice(-6) }),
    });
    expect(await session.json()).toMatchObject({ mustChangePassword: true, membership: { userType: 'bureau', super: true } });

    const again = await answer(['另一机构', creditCodeOf(2), '410000', '赵后来', idNumberOf(2)]);
    expect(again.child.exitCode).toBe(1);
    expect(again.output()).toContain('已有机构');
    await stopped(run);
  });

  it('refuses what it does not understand, in words', async () => {
    const run = start({ SEED: 'nothing' });
    expect(await run.exited).toBe(1);
    expect(run.output()).toContain('SEED 须为 demo');
    const wrong = start({ PORT: '99999' });
    expect(await wrong.exited).toBe(1);
    expect(wrong.output()).toContain('PORT 须为');
  });
});
