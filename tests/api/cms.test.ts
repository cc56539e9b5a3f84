import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { api, buildProvince, database, insertRow } from '../fixtures';
import { insertApiToken } from '../fixtures/api-token';

interface Schema {
  collectionName: string;
  info: { singularName: string; pluralName: string; displayName: string; description?: string };
  attributes: Record<string, { pluginOptions?: { xueshi?: { label: string } } }>;
}
const root = path.resolve(__dirname, '../..');
/** Every schema of a content type below a folder, installed packages and compiled copies left out. */
const schemas = (folder: string): Schema[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/]+\/(src\/)?content-types\/[^/]+\/schema\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(path.join(root, folder, file), 'utf8')));
const own = [...schemas('cms/src/api'), ...schemas('cms/src/extensions')];
const plugins = schemas('plugins');
const readable = ['organizations', 'learning-forms', 'requirements', 'regions', 'notices'];

async function countRows(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { collectionName } of [...own, ...plugins]) {
    const { rows } = await database().query<{ n: string }>(`select count(*) as n from ${collectionName} where created_at < $1`, [started]);
    counts[collectionName] = Number(rows[0]?.n);
  }
  return counts;
}
let started: Date;
let full: string;
let reader: string;

beforeAll(async () => {
  started = new Date();
  full = await insertApiToken('full-access');
  reader = await insertApiToken('read-only');
});

describe("Strapi's stock REST", () => {
  test('knows this many content types', () => {
    expect(own.length).toBeGreaterThanOrEqual(18);
    expect(plugins.length).toBeGreaterThanOrEqual(4);
  });

  test('writes nothing, whatever the content type, even with a full-access token', async () => {
    const before = await countRows();
    for (const { info } of [...own, ...plugins]) {
      const plural = `/api/${info.pluralName}`;
      for (const [method, address] of [
        ['POST', plural],
        ['PUT', `${plural}/1`],
        ['DELETE', `${plural}/1`],
        ['PATCH', `${plural}/1`],
      ] as const) {
        const body = method === 'DELETE' ? undefined : { data: { code: 'x', name: 'x' } };
        const { status, body: answer } = await api(address, { method, as: full, body });
        expect(`${method} ${address} ${status}`).toMatch(/ (404|405|415)$/);
        expect(answer.error.message).toMatch(/[一-鿿]/);
      }
    }
    expect(await countRows()).toEqual(before);
  });

  test('reads only what external sites may read', async () => {
    for (const { info } of [...own, ...plugins]) {
      const { status } = await api(`/api/${info.pluralName}`, { as: full });
      expect([info.pluralName, status]).toEqual([info.pluralName, readable.includes(info.pluralName) ? 200 : 404]);
    }
  });

  test("is not killed by a relation's connect", async () => {
    const { status } = await api('/api/organizations', { method: 'POST', as: full, body: { data: { parent: { connect: [{ id: 'abc' }] } } } });
    expect([404, 405]).toContain(status);
    expect(await api('/api/health')).toMatchObject({ status: 200 });
  });

  test.each([
    ['POST', '/api/auth/local'],
    ['POST', '/api/auth/local/register'],
    ['POST', '/api/auth/forgot-password'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/auth/refresh'],
    ['GET', '/api/auth/email-confirmation'],
    ['GET', '/api/connect/github'],
    ['GET', '/api/users'],
    ['GET', '/api/users/me'],
    ['POST', '/api/users'],
    ['GET', '/api/users-permissions/roles'],
    ['GET', '/api/upload/files'],
    ['DELETE', '/api/upload/files/1'],
    ['POST', '/api/email'],
    ['GET', '/api/content-type-builder/content-types'],
  ] as const)('%s %s is shut', async (method, address) => {
    const { status } = await api(address, { method, as: full, body: method === 'POST' ? {} : undefined });
    expect([404, 405]).toContain(status);
  });
});

describe('what external sites read', () => {
  const publicColumns = [
    'id',
    'documentId',
    'code',
    'name',
    'kind',
    'regionCode',
    'nature',
    'level',
    'affiliation',
    'address',
    'status',
    'createdAt',
    'updatedAt',
    'publishedAt',
  ];

  test('needs a token', async () => {
    for (const plural of readable) expect([401, 403]).toContain((await api(`/api/${plural}`)).status);
    expect((await api('/api/organizations', { as: 'f'.repeat(128) })).status).toBe(401);
  });

  test('organizations: active ones, public columns', async () => {
    const { organizations } = await buildProvince();
    const { rows } = await database().query<{ document_id: string }>("update organizations set status = 'read-only' where id = $1 returning document_id", [
      organizations.otherEmployer.id,
    ]);
    const names = organizations.province.name.slice(0, -3);
    const { status, body } = await api(`/api/organizations?filters[name][$startsWith]=${encodeURIComponent(names)}&pagination[pageSize]=50`, { as: reader });
    expect(status).toBe(200);
    expect(body.data.map((o: { name: string }) => o.name)).not.toContain(organizations.otherEmployer.name);
    expect(body.meta.pagination.total).toBe(7);
    for (const row of body.data) expect(publicColumns).toEqual(expect.arrayContaining(Object.keys(row)));
    expect(await api(`/api/organizations/${rows[0]?.document_id}`, { as: reader })).toMatchObject({ status: 404 });
    expect(await api(`/api/organizations/${body.data[0].documentId}`, { as: reader })).toMatchObject({ status: 200, body: { data: { id: body.data[0].id } } });
  });

  test.each([
    'filters[contact][$startsWith]=a',
    'filters[phone][$notNull]=true',
    'filters[status][$eq]=pending&filters[nosuch]=1',
    'filters[parent][name]=x',
    'filters[createdBy][password][$startsWith]=a',
    'sort=phone',
    'fields=contact',
    'populate=parent',
    'nosuch=1',
    'status=draft&nosuch[a]=1',
    'pagination[page]=1&pagination[start]=0',
  ])('organizations?%s is refused', async (search) => {
    const { status, body } = await api(`/api/organizations?${search}`, { as: reader });
    expect(status).toBe(400);
    expect(body.error.code).toBe('invalid');
  });

  test('organizations?populate=* brings nothing private with it', async () => {
    const { status, body } = await api('/api/organizations?populate=*&pagination[pageSize]=1', { as: reader });
    expect(status).toBe(200);
    expect(publicColumns).toEqual(expect.arrayContaining(Object.keys(body.data[0])));
  });

  test('a filter cannot widen the scope to what is not active', async () => {
    const { organizations } = await buildProvince();
    await database().query("update organizations set status = 'pending' where id = $1", [organizations.employer.id]);
    const { body } = await api(`/api/organizations?filters[$or][0][status]=pending&filters[$or][1][code]=${organizations.employer.code}`, { as: reader });
    expect(body.data).toEqual([]);
  });

  test('notices: published ones', async () => {
    const title = `公告 ${Date.now()}`;
    await insertRow('notices', { title, kind: 'notice', published_on: '2026-01-01' });
    await insertRow('notices', { title, kind: 'notice', published_on: null });
    await insertRow('notices', { title, kind: 'notice', published_on: '2199-01-01' });
    const { body } = await api(`/api/notices?filters[title]=${encodeURIComponent(title)}`, { as: reader });
    expect(body.data).toHaveLength(1);
  });

  test('learning forms, requirements and regions say nothing of the pack', async () => {
    for (const plural of ['learning-forms', 'requirements', 'regions']) {
      const { status, body } = await api(`/api/${plural}?pagination[pageSize]=1`, { as: reader });
      expect(status).toBe(200);
      expect(body.data[0]).not.toHaveProperty('packDigest');
    }
  });
});

describe('GET /api/dictionaries/{code}', () => {
  test('is public and in order', async () => {
    const { status, body } = await api('/api/dictionaries/title-series');
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThan(26);
    expect(Object.keys(body[0])).toEqual(['code', 'name', 'parent']);
  });

  test('knows no other', async () => {
    expect(await api('/api/dictionaries/no-such')).toMatchObject({ status: 404, body: { error: { code: 'no-dictionary' } } });
    expect(await api('/api/dictionaries/title-series?a=1')).toMatchObject({ status: 400 });
  });
});

describe('the administration', () => {
  test('speaks Chinese of every content type and field, and groups them', async () => {
    const { rows } = await database().query<{ key: string; value: string }>(
      "select key, value from strapi_core_store_settings where key like 'plugin_content_manager_configuration_content_types::api::%'",
    );
    const kept = new Map(rows.map((row) => [row.key.split('.').at(-1), JSON.parse(row.value)]));
    for (const { info, attributes } of schemas('cms/src/api')) {
      expect(info.displayName).toMatch(/^(配置|业务)·/);
      expect(info.description).toMatch(/[一-鿿]/);
      for (const [name, attribute] of Object.entries(attributes)) {
        const label = attribute.pluginOptions?.xueshi?.label;
        expect([info.singularName, name, label]).toEqual([info.singularName, name, expect.stringMatching(/[一-鿿]/)]);
        expect([info.singularName, name, kept.get(info.singularName)?.metadatas[name].edit.label]).toEqual([info.singularName, name, label]);
      }
    }
  });
});
