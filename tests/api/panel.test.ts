import { readFileSync } from 'node:fs';
import { api, buildOffice, buildProvince, database, environment, nextNumber, type Person, type Province } from '../fixtures';

let province: Province;
let clerk: Person;
beforeAll(async () => {
  province = await buildProvince();
  clerk = province.people.provinceClerk;
});

const query = (values: Record<string, unknown>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('&');
const list = (values: Record<string, unknown>, as: Person = clerk, resource = 'professionals') => api(`/api/panel/${resource}?${query(values)}`, { as });

describe('a list', () => {
  it('says how many, when, and may not be kept by anybody in between', async () => {
    const before = Date.now();
    const { status, headers, body } = await list({ range: [0, 1] });
    expect(status).toBe(200);
    expect(body).toHaveLength(2);
    expect(headers.get('x-total-count')).toBe('4');
    expect(Math.abs(Date.parse(headers.get('x-seen-at') ?? '') - before)).toBeLessThan(60_000);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is an empty list beyond its end, with the count and the moment all the same', async () => {
    const { body, headers } = await list({ range: [100, 124] });
    expect(body).toEqual([]);
    expect(headers.get('x-total-count')).toBe('4');
    expect(headers.get('x-seen-at')).toMatch(/^\d{4}-.*Z$/);
  });

  it.each(['name', 'registeredAt', 'id'])('pages by %s without repeating or skipping anybody', async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      const whole = (await list({ range: [0, 99], sort: [field, direction] })).body.map((row: { id: number }) => row.id);
      const pages = [];
      for (let first = 0; first < 4; first += 1) pages.push((await list({ range: [first, first], sort: [field, direction] })).body[0].id);
      expect(pages).toEqual(whole);
      expect(new Set(whole).size).toBe(4);
    }
  });

  it('shows the ID number masked and carries no more than was declared', async () => {
    const { body } = await list({});
    for (const row of body) {
      expect(row.maskedIdNumber).toMatch(/^\d{4}\*{10}\w{4}$/);
      expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['seenAt']));
      expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['birthDate']));
    }
    const one = await api(`/api/panel/professionals/${body[0].id}`, { as: clerk });
    expect(one.body).not.toHaveProperty('birthDate');
    expect(one.body).toMatchObject({ ...body[0], birthYear: 1980, titles: [{ name: '测试职称', primary: true, obtainedOn: '2012-06-01' }] });
    expect(JSON.stringify(one.body)).not.toMatch(/\d{17}[\dX]/);
  });

  it('finds by name, region and organization', async () => {
    const { professional } = province.people;
    expect((await list({ filter: { name: professional.name } })).body.map((row: { id: number }) => row.id)).toContain(professional.professionalId);
    expect((await list({ filter: { name: 'zj' } })).headers.get('x-total-count')).toBe('4');
    expect((await list({ filter: { name: 'xx' } })).body).toEqual([]);
    expect((await list({ filter: { regionCode: '410200' } })).body).toHaveLength(1);
    expect((await list({ filter: { regionCode: '410000' } })).body).toHaveLength(4);
    expect((await list({ filter: { organizationId: province.organizations.authority.id } })).body).toHaveLength(3);
    expect((await list({ filter: { name: province.mark } }, clerk, 'organizations')).body).toHaveLength(8);
    expect((await list({ filter: { currentYearPassed: true } })).body).toEqual([]);
    expect((await list({ filter: { currentYearPassed: false } })).body).toHaveLength(4);
  });
});

describe('what is refused, and by which name', () => {
  it.each([
    [{ filter: { password: 'x' } }, 'filter.password'],
    [{ filter: { 'a.id_number_digest': 'x' } }, 'filter.?'],
    [{ filter: { account: { id: 1 } } }, 'filter.account'],
    [{ filter: { $or: [] } }, 'filter.?'],
    [{ filter: { titleName: 'x' } }, 'filter.titleName'],
    [{ filter: { status: 'admin' } }, 'filter.status'],
    [{ filter: { name: { $contains: 'a' } } }, 'filter.name'],
    [{ filter: { name: '张' } }, 'filter.name'],
    [{ filter: { name: 'a\u0000b' } }, 'filter.name'],
    [{ filter: { currentYearPassed: 'yes' } }, 'filter.currentYearPassed'],
    [{ filter: { organizationId: 99_999_999_999 } }, 'filter.organizationId'],
    [{ filter: { organizationId: '1 or 1=1' } }, 'filter.organizationId'],
    [{ filter: { regionCode: '41%' } }, 'filter.regionCode'],
    [{ filter: { tab: 'pending' } }, 'filter.tab'],
    [{ filter: '{"name":' }, 'filter'],
    [{ filter: '[]' }, 'filter'],
    [{ sort: ['organizationName', 'ASC'] }, 'sort.organizationName'],
    [{ sort: ['name; drop table professionals', 'ASC'] }, 'sort'],
    [{ sort: ['name', 'ASC, 1'] }, 'sort.1'],
    [{ range: [0, 100_000] }, 'range'],
    [{ range: [20_000, 20_024] }, 'range'],
    [{ range: [5, 2] }, 'range'],
    [{ range: [-5, 2] }, 'range.0'],
    [{ populate: '*' }, 'populate'],
    [{ fields: 'password' }, 'fields'],
    [{ pagination: { pageSize: 1 } }, 'pagination'],
  ])('%j', async (values, field) => {
    const { status, body } = await list(values);
    expect(status).toBe(400);
    expect(body.error.field).toBe(field);
    expect(body.error.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('a parameter given twice, and an id that is none', async () => {
    expect((await api('/api/panel/professionals?filter={}&filter={}', { as: clerk })).status).toBe(400);
    for (const id of ['0', '-1', '1.5', 'abc', '1%20or%201=1', '99999999999']) {
      expect((await api(`/api/panel/professionals/${id}`, { as: clerk })).status).toBe(400);
    }
  });

  it('a search with a body that is not what it should be', async () => {
    const search = (body: unknown) => api('/api/panel/professionals/search', { method: 'POST', as: clerk, body });
    expect((await search('{')).status).toBe(400);
    expect((await search([])).status).toBe(400);
    expect((await search({ filter: {}, page: 2 })).body.error).toMatchObject({ code: 'invalid' });
    expect((await search({ filter: { maskedIdNumber: '4101' } })).body.error.field).toBe('filter.maskedIdNumber');
  });

  it('SQL in values finds nothing and does nothing', async () => {
    for (const value of [
      "' or '1'='1",
      "x'; drop table professionals; --",
      '"; select pg_sleep(5); --',
      '?',
      '$1',
      ':a',
      '%',
      '_',
      '\\',
      "\\' or true --",
      '中文%',
    ]) {
      for (const [resource, name] of [
        ['professionals', 'name'],
        ['organizations', 'name'],
        ['organizations', 'code'],
      ] as const) {
        const { status, body } = await list({ filter: { [name]: value } }, clerk, resource);
        expect([200, 400]).toContain(status);
        if (status === 200) expect(body).toEqual([]);
      }
    }
    expect((await list({})).headers.get('x-total-count')).toBe('4');
  });

  it('a decision where nothing is decided', async () => {
    const body = { decision: 'approve', rows: [{ id: 1, version: 0 }] };
    expect((await api('/api/panel/professionals/review', { method: 'POST', as: clerk, body })).body.error.code).toBe('not-reviewed');
    expect((await api('/api/panel/professionals/1/history', { as: clerk })).body.error.code).toBe('not-reviewed');
  });
});

describe('ID numbers', () => {
  it('are searched for through POST, exactly, with a small x too', async () => {
    const { professional } = province.people;
    const search = (maskedIdNumber: string) => api('/api/panel/professionals/search', { method: 'POST', as: clerk, body: { filter: { maskedIdNumber } } });
    for (const given of [professional.idNumber, ` ${professional.idNumber.toLowerCase()} `]) {
      const { status, body } = await search(given);
      expect(status).toBe(200);
      expect(body.map((row: { id: number }) => row.id)).toEqual([professional.professionalId]);
      expect(JSON.stringify(body)).not.toContain(professional.idNumber);
    }
  });

  it('are refused in an address', async () => {
    const { idNumber } = province.people.professional;
    for (const filter of [{ maskedIdNumber: idNumber }, { name: idNumber }, { nothing: idNumber }]) {
      const { status, body } = await list({ filter });
      expect(status).toBe(400);
      expect(body.error.code).toBe('id-number-in-address');
      expect(JSON.stringify(body)).not.toContain(idNumber);
    }
    expect(readFileSync(environment.serverLog(), 'utf8')).not.toContain(idNumber);
  });
});

describe('a long list', () => {
  it('is counted up to 10,000, and paged no further', async () => {
    const { office, clerk: long } = await buildOffice({
      name: `${province.mark}长名单`,
      kind: 'employer',
      regionCode: '410100',
      parent: province.organizations.authority,
      userType: 'employer',
    });
    const mark = await nextNumber();
    await database().query(
      `with accounts as (
         insert into up_users (name, username, email, password, id_number_digest, id_number_cipher, id_number_mask, blocked)
         select '名单' || i, d.digest, d.digest || '@accounts.invalid', 'x', d.digest, 'x', '4101**********0000', true
           from generate_series(1, 10050) i, lateral (select encode(sha256(('long' || $2::text || i)::bytea), 'hex') as digest) d
         returning id, name)
       insert into professionals (account_id, organization_id, name, name_pinyin, status) select id, $1::int, name, 'md', 'active' from accounts`,
      [office.id, mark],
    );
    const first = await list({}, long);
    expect(first.body).toHaveLength(25);
    expect(first.headers.get('x-total-count')).toBe('10000');
    expect(first.headers.get('x-total-capped')).toBe('true');
    expect((await list({ range: [9975, 9999] }, long)).body).toHaveLength(25);
    expect((await list({ range: [10_000, 10_024] }, long)).body.error.field).toBe('range');
    const narrow = await list({ filter: { name: '名单10050' } }, long);
    expect(narrow.headers.get('x-total-count')).toBe('1');
    expect(narrow.headers.has('x-total-capped')).toBe(false);
  });
});
