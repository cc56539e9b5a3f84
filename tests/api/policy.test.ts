import { henan } from '@xueshi/config';
import type { Pack } from '@xueshi/core';
import type { PoolClient } from 'pg';
import { chainRuns } from '../../cms/src/api/policy/chain-runs';
import { selectConfiguration } from '../../cms/src/api/policy/configuration.sql';
import { configurationTables } from '../../cms/src/api/policy/configuration-tables';
import { loadPack } from '../../cms/src/api/policy/load-pack';
import { type ConfigurationRows, PolicyError, parsePolicy } from '../../cms/src/api/policy/parse-policy';
import { api, buildProvince, database, environment } from '../fixtures';

/** A connection with knex's `raw`, as the operations take it. */
const asKnex = (client: PoolClient) => ({
  raw: (sql: string, bindings: readonly unknown[] = []) => {
    let at = 0;
    return client.query(
      sql.replace(/\?/g, () => `$${++at}`),
      [...bindings],
    );
  },
});
type Knex = Parameters<typeof loadPack>[0];

/** Runs `work` in a transaction that leaves nothing behind. */
async function aside<T>(work: (db: Knex, client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database().connect();
  try {
    await client.query('begin');
    return await work(asKnex(client) as unknown as Knex, client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function readRows(db: Knex): Promise<ConfigurationRows> {
  const rows: Partial<ConfigurationRows> = {};
  for (const table of configurationTables) rows[table.name] = await selectConfiguration(db, table);
  return rows as ConfigurationRows;
}

async function eventually<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (let n = 0; ; n++) {
    const value = await read();
    if (wanted(value) || n > 60) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const renamed = (name: string): Pack => ({
  ...henan,
  learningForms: henan.learningForms.map((form) => (form.code === 'conference' ? { ...form, name } : form)),
});

describe('loading the pack', () => {
  test('again changes nothing', async () => {
    expect(await aside((db) => loadPack(db, henan))).toEqual({ inserted: 0, updated: 0 });
  });

  test('follows a new pack where nobody touched the row', async () => {
    await aside(async (db, client) => {
      expect(await loadPack(db, renamed('学术会议（新）'))).toEqual({ inserted: 0, updated: 1 });
      const { rows } = await client.query("select name from learning_forms where code = 'conference'");
      expect(rows[0].name).toBe('学术会议（新）');
      expect(await loadPack(db, renamed('学术会议（新）'))).toEqual({ inserted: 0, updated: 0 });
    });
  });

  test.each([
    ['renamed', "update learning_forms set name = '会议' where code = 'conference'"],
    ['disabled', "update learning_forms set enabled = false where code = 'conference'"],
    ['given other hours', `update learning_forms set definition = jsonb_set(definition, '{rules}', '"x"') where code = 'conference'`],
  ])('never overwrites a row an administrator has %s', async (_, edit) => {
    await aside(async (db, client) => {
      await client.query(edit);
      const read = async () => (await client.query("select name, enabled, definition, pack_digest from learning_forms where code = 'conference'")).rows;
      const before = await read();
      expect(await loadPack(db, renamed('学术会议（新）'))).toEqual({ inserted: 0, updated: 0 });
      expect(await read()).toEqual(before);
    });
  });

  test('keeps the rows an administrator added, restores the ones that are gone', async () => {
    await aside(async (db, client) => {
      await client.query("insert into dictionary_items (dictionary, code, name) values ('title-level', '77', '自设')");
      await client.query("delete from dictionary_items where dictionary = 'title-level' and code = '9'");
      expect(await loadPack(db, henan)).toEqual({ inserted: 1, updated: 0 });
      const { rows } = await client.query("select code from dictionary_items where dictionary = 'title-level' and code in ('77', '9') order by code");
      expect(rows).toEqual([{ code: '77' }, { code: '9' }]);
    });
  });
});

describe('parsing the configuration', () => {
  test.each([
    [
      'learning_forms',
      'conference',
      'rows.0.when.0.field',
      (r: ConfigurationRows) => patch(r, 'learning_forms', 'conference', ['rows', 0, 'when', 0, 'field'], 'nosuch'),
    ],
    ['review_routes', undefined, 'steps', (r: ConfigurationRows) => patch(r, 'review_routes', undefined, ['steps'], [])],
    ['panel_views', undefined, 'module', (r: ConfigurationRows) => patch(r, 'panel_views', undefined, ['module'], 'nosuch')],
    ['requirements', undefined, 'generalHours', (r: ConfigurationRows) => patch(r, 'requirements', undefined, ['generalHours'], -1)],
  ] as const)('names the table, the row and the key of what is wrong in %s', async (table, row, path, spoil) => {
    const rows = await aside(readRows);
    expect(() => parsePolicy(rows)).not.toThrow();
    spoil(rows);
    const error = catchError(() => parsePolicy(rows));
    expect(error).toBeInstanceOf(PolicyError);
    expect((error as PolicyError).problems).toContainEqual(expect.objectContaining({ table, path, ...(row ? { row } : {}) }));
    expect((error as PolicyError).message).toMatch(/[一-鿿]/);
  });

  test('a setting with a wrong value is named', async () => {
    const rows = await aside(readRows);
    rows.settings = rows.settings.map((row) => (row.code === 'sessionHours' ? { ...row, value: 0 } : row));
    expect((catchError(() => parsePolicy(rows)) as PolicyError).problems).toContainEqual(expect.objectContaining({ table: 'settings', row: 'sessionHours' }));
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Sets one place inside the definition of a row (the first row when no code is given). */
function patch(rows: ConfigurationRows, table: keyof ConfigurationRows, code: string | undefined, path: readonly (string | number)[], value: unknown): void {
  let at = rows[table].find((row) => code === undefined || row.code === code)?.definition as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) as string | number] = value;
}

describe('a change of the configuration', () => {
  const firstCity = async (): Promise<string> => (await api('/api/dictionaries/title-level')).body[0].name;
  const rename = (name: string) => database().query("update dictionary_items set name = $1 where dictionary = 'title-level' and code = '1'", [name]);
  let original: string;

  beforeAll(async () => {
    original = await firstCity();
  });
  afterEach(async () => {
    await rename(original);
    await eventually(firstCity, (name) => name === original);
  });

  test('reaches the running server by itself', async () => {
    await rename('正高级（改）');
    expect(await eventually(firstCity, (name) => name !== original)).toBe('正高级（改）');
  });

  test('reaches it also after the listening connection was cut', async () => {
    const { rows } = await database().query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'xueshi policy' and datname = current_database()",
    );
    expect(rows).toHaveLength(1);
    await rename('正高级（断线后）');
    expect(await eventually(firstCity, (name) => name !== original)).toBe('正高级（断线后）');
  });

  test('that makes no sense leaves the last good configuration in force', async () => {
    await database().query(`insert into settings (code, value) values ('nonsense', '1')`);
    await rename('正高级（坏）');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await firstCity()).toBe(original);
    await database().query("delete from settings where code = 'nonsense'");
    expect(await eventually(firstCity, (name) => name !== original)).toBe('正高级（坏）');
  });

  test('nor does a view that names a column no resource declares', async () => {
    await database().query(
      `update panel_views set definition = jsonb_set(definition, '{columns}', definition -> 'columns' || '[{"source":"idNumberCipher"}]'::jsonb)
        where resource = 'professionals' and user_type = 'bureau'`,
    );
    await rename('正高级（坏视图）');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await firstCity()).toBe(original);
    await database().query(
      "update panel_views set definition = jsonb_set(definition, '{columns}', (definition -> 'columns') - -1) where resource = 'professionals' and user_type = 'bureau'",
    );
    expect(await eventually(firstCity, (name) => name !== original)).toBe('正高级（坏视图）');
  });
});

describe('an edit in the administration', () => {
  const password = 'Admin-2026-test';
  let token: string;

  /** The administration has its own address and its own error format. */
  async function admin(path: string, method: string, body?: unknown) {
    const response = await fetch(`${environment.url()}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }
  const uid = 'api::learning-form.learning-form';

  beforeAll(async () => {
    const { body } = await admin('/admin/register-admin', 'POST', { firstname: '管理员', email: 'policy-test@example.com', password });
    token = body.data.token;
  });

  test('that fits is kept, one that does not is refused in Chinese with its place, and nothing is saved', async () => {
    const { body: list } = await admin(`/content-manager/collection-types/${uid}?filters[code]=award`, 'GET');
    const [form] = list.results;
    const address = `/content-manager/collection-types/${uid}/${form.documentId}`;
    const wrong = structuredClone(form.definition);
    wrong.rows[0].when = [{ field: 'nosuch', equals: 1 }];
    const refused = await admin(address, 'PUT', { definition: wrong, name: '坏' });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/^配置有误，未保存。award 的 rows\.0\.when\.0\.field：没有名为 nosuch 的字段/);
    const read = async () => (await database().query("select name from learning_forms where code = 'award'")).rows[0].name;
    expect(await read()).toBe(form.name);
    expect((await admin(address, 'PUT', { name: '科技等奖项（改）' })).status).toBe(200);
    expect(await read()).toBe('科技等奖项（改）');
    expect((await admin(address, 'PUT', { name: form.name })).status).toBe(200);
  });

  test('does not touch business data: it is only looked at here', async () => {
    const { organizations, people } = await buildProvince();
    const { rows: accounts } = await database().query('select document_id from up_users where id = $1', [people.professional.accountId]);
    const { rows } = await database().query('select document_id from organizations where id = $1', [organizations.employer.id]);
    const types = '/content-manager/collection-types/api::organization.organization';
    expect((await admin(`${types}/${rows[0].document_id}`, 'GET')).status).toBe(200);
    for (const [path, method, body] of [
      [`${types}/${rows[0].document_id}`, 'PUT', { name: '改' }],
      [`${types}/${rows[0].document_id}`, 'DELETE', undefined],
      [`/Content-manager/collection-types/api::organization.organization/${rows[0].document_id}`, 'PUT', { name: '改' }],
      [`/CONTENT-MANAGER/collection-types/plugin::users-permissions.user/${accounts[0].document_id}`, 'PUT', { blocked: true }],
      [types, 'POST', { name: '新', code: 'A1B2C3D4E', kind: 'employer', regionCode: '410100' }],
      [`${types}/actions/bulkDelete`, 'POST', { documentIds: [rows[0].document_id] }],
      [`/content-manager/collection-types/plugin::users-permissions.user/${accounts[0].document_id}`, 'DELETE', undefined],
      [`/content-manager/collection-types/plugin::users-permissions.user/${accounts[0].document_id}`, 'PUT', { blocked: true }],
    ] as const) {
      const { status, body: answer } = await admin(path, method, body);
      expect([method, path, status, answer.error.message]).toEqual([method, path, 400, expect.stringContaining('业务数据只能在业务端办理')]);
    }
    const { rows: after } = await database().query('select name from organizations where id = $1', [organizations.employer.id]);
    expect(after[0].name).toBe(organizations.employer.name);
  });

  test('deletes no row of the pack, changes none of its keys; what was added here goes', async () => {
    const types = '/content-manager/collection-types/api::dictionary-item.dictionary-item';
    const { body } = await admin(`${types}?filters[dictionary]=title-series&pageSize=1`, 'GET');
    const address = `${types}/${body.results[0].documentId}`;
    for (const [method, change] of [
      ['DELETE', undefined],
      ['PUT', { code: 'renamed' }],
    ] as const) {
      const refused = await admin(address, method, change);
      expect([method, refused.status, refused.body.error?.message]).toEqual([method, 400, expect.stringContaining('请停用')]);
    }
    const { rows } = await database().query(
      "insert into dictionary_items (dictionary, code, name, enabled) values ('title-series', 'own', '自设', true) returning document_id",
    );
    expect((await admin(`${types}/${rows[0].document_id}`, 'DELETE')).status).toBeLessThan(300);
  });

  test('waits for another edit of the configuration that is not finished', async () => {
    const client = await database().connect();
    try {
      await client.query('begin');
      await client.query("select pg_advisory_xact_lock(hashtext('xueshi policy'))");
      const { body: list } = await admin(`/content-manager/collection-types/${uid}?filters[code]=award`, 'GET');
      let done = false;
      const edit = admin(`/content-manager/collection-types/${uid}/${list.results[0].documentId}`, 'PUT', { name: list.results[0].name }).then((answer) => {
        done = true;
        return answer;
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(done).toBe(false);
      await client.query('commit');
      expect((await edit).status).toBe(200);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('cannot delete what something else refers to', async () => {
    const { body } = await admin('/content-manager/collection-types/api::region.region?filters[code]=410100', 'GET');
    const { status } = await admin(`/content-manager/collection-types/api::region.region/${body.results[0].documentId}`, 'DELETE');
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await database().query("select 1 from regions where code = '410100'")).rows).toHaveLength(1);
  });
});

test('reloads never overlap: any number of calls while one runs lead to one more after it', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const reload = chainRuns(async () => {
    runs += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
  });
  await Promise.all([reload(), reload(), reload(), reload()]);
  expect([runs, most]).toEqual([2, 1]);
  await reload();
  expect(runs).toBe(3);
});
