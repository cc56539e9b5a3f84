import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../database/launcher/port.mjs';
import { endOrphan, startPostgres } from '../database/launcher/postgres.mjs';
import { isAlive } from '../database/launcher/process.mjs';
import { startServer, waitUntilHealthy } from '../database/launcher/server-process.mjs';

const prefix = 'xueshi-test-';

/** Ends and removes what a run that was killed left behind. Folders carry the number of the process that made them. */
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    await endOrphan(join(tmpdir(), name, 'postgres'));
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A database of this run alone: on a server of our own, or on the one TEST_DATABASE_URL names (faster while developing). */
async function createDatabase(directory) {
  const name = `xueshi_test_${process.pid}`;
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startPostgres({ directory: join(directory, 'postgres'), throwaway: true });
  const maintenance = given ?? server.url('postgres');
  await query(maintenance, `drop database if exists ${name} with (force)`);
  await query(maintenance, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(maintenance);
  url.pathname = `/${name}`;
  const remove = async () => {
    if (server) await server.stop();
    else await query(maintenance, `drop database if exists ${name} with (force)`);
  };
  return { url: url.href, remove, pid: server?.pid ?? null };
}

/**
 * One PostgreSQL and one server for the whole run of the project `api`. The tests learn of them through the environment
 * (tests/fixtures/environment.ts); tests/global-teardown.mjs ends both and fails when anything stays.
 */
export default async function setUp() {
  await sweep();
  const directory = join(tmpdir(), `${prefix}${process.pid}`);
  mkdirSync(directory, { mode: 0o755 });
  chmodSync(directory, 0o755);
  const database = await createDatabase(directory);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: database.url,
    DATA_KEY: randomBytes(32).toString('hex'),
    DATA_DIR: join(directory, 'data'),
    PORT: String(port),
    HOST: '127.0.0.1',
    SEED: 'none',
    SERVE_ADMIN: 'false',
    NODE_ENV: 'production',
  };
  const log = join(directory, 'server.log');
  const server = startServer({ env, stdio: openSync(log, 'a') });
  const tearDown = async () => {
    await server.stop();
    await database.remove();
    const left = [server.pid, database.pid].filter((pid) => pid !== null && isAlive(pid));
    rmSync(directory, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`processes left behind by the test run: ${left.join(', ')}`);
  };
  const problem = await waitUntilHealthy(url, server.exited);
  if (problem) {
    const output = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-40).join('\n');
    await tearDown();
    throw new Error(`the server of the test run did not start (${problem}):\n${output}`);
  }
  await query(database.url, 'create sequence fixture_numbers');
  globalThis.tearDownServer = tearDown;
  Object.assign(process.env, {
    XUESHI_TEST_URL: url,
    XUESHI_TEST_DATABASE: database.url,
    XUESHI_TEST_KEY: env.DATA_KEY,
    XUESHI_TEST_DATA: env.DATA_DIR,
    XUESHI_TEST_LOG: log,
  });
}
