import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../database/launcher/port.mjs';
import { isAlive } from '../../database/launcher/process.mjs';
import { repository, waitUntilHealthy } from '../../database/launcher/server-process.mjs';
import { demoDatabase } from './demo-database.mjs';
import { findChromium } from './find-chromium.mjs';

/**
 * Starts the application the way `npm start` does, with the demo province in a data directory of its own. The journeys find it by XUESHI_E2E_URL.
 * With XUESHI_E2E_URL and XUESHI_E2E_DATA (its DATA_DIR) given, that running application is used instead (while writing a journey).
 */
export default async function setUp() {
  // Found here, since jest's tests cannot load an ES module.
  process.env.XUESHI_E2E_CHROMIUM = findChromium() ?? '';
  if (process.env.XUESHI_E2E_URL && process.env.XUESHI_E2E_DATA) return openDatabase(process.env.XUESHI_E2E_DATA);
  const directory = mkdtempSync(join(tmpdir(), 'xueshi-e2e-'));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const log = join(directory, 'start.log');
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, ['start.mjs'], {
    cwd: repository,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: join(directory, 'data'),
      DATABASE_URL: '',
      DATA_KEY: '',
      SEED: 'demo',
      NODE_ENV: 'production',
      // Started as by npm, it ends when the process that started it is gone, even by `kill -9`.
      npm_lifecycle_event: 'start',
    },
    stdio: ['ignore', output, output],
    detached: true,
  });
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`)));
  const tearDown = async () => {
    child.kill('SIGTERM');
    await exited;
    const left = child.pid !== undefined && isAlive(child.pid);
    rmSync(directory, { recursive: true, force: true });
    if (left) throw new Error(`the application (process ${child.pid}) did not end`);
  };
  const url = `http://127.0.0.1:${port}`;
  const problem = await waitUntilHealthy(url, exited, 400_000);
  if (problem) {
    const text = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40).join('\n');
    if (problem === 'timeout') await tearDown();
    else rmSync(directory, { recursive: true, force: true });
    throw new Error(`the application did not start (${problem}):\n${text}`);
  }
  globalThis.tearDownServer = tearDown;
  process.env.XUESHI_E2E_URL = url;
  await openDatabase(join(directory, 'data'));
}

/** Tells the fixtures where the application's database is, and prepares it for them. */
async function openDatabase(dataDir) {
  const { databaseUrl, dataKey } = demoDatabase(dataDir);
  Object.assign(process.env, { XUESHI_E2E_DATABASE: databaseUrl, XUESHI_E2E_KEY: dataKey });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('create sequence if not exists fixture_numbers');
  } finally {
    await client.end();
  }
}
