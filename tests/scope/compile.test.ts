import { type Identity, Refusal } from '@xueshi/core';
import { listRequest, readListQuery, selectCount, selectIds, selectPage } from '@xueshi/plugin-panel';
import fc from 'fast-check';
import { environment, identityOf, parcels } from './parcels';

const bureau = identityOf('bureau');
const refusal = (attempt: () => unknown): Refusal => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
};
const ids = (filter: Record<string, unknown>, idNumbers: 'accepted' | 'refused' = 'accepted') => selectIds(parcels, bureau, filter, environment(idNumbers));
const marks = (sql: string): number => sql.split('?').length - 1;

describe('what is not declared is refused by name', () => {
  test.each(['plain', 'nothing', 'secret', 'x.secret', 'constructor', '__proto__', 'toString', 'password', ''])('filter %p', (name) => {
    const refused = refusal(() => ids(JSON.parse(`{${JSON.stringify(name)}: "1"}`)));
    expect(refused).toMatchObject({ status: 400, code: 'unknown-filter' });
    expect(refused.field).toBe(/^[a-zA-Z]\w*$/.test(name) ? `filter.${name}` : 'filter.?');
  });

  test.each(['plain', 'note', 'nothing', 'constructor', 'x.secret', 'secret; drop table parcels'])('sort %p', (name) => {
    const refused = refusal(() => selectPage(parcels, bureau, listRequest.parse({ sort: [name, 'ASC'] }), environment()));
    expect(refused).toMatchObject({ status: 400, code: 'unknown-sort' });
  });

  test.each(['approved', 'constructor', 1, ['all'], { all: true }])('tab %p', (tab) => {
    expect(refusal(() => ids({ tab }))).toMatchObject({ status: 400, code: 'unknown-tab', field: 'filter.tab' });
  });
});

describe('values are parsed by kind', () => {
  test.each([
    ['year', '2026'],
    ['year', 1066],
    ['year', null],
    ['fragile', 'true'],
    ['state', 'old'],
    ['state', ['new']],
    ['states', 'new'],
    ['states', []],
    ['weight', { from: 'a' }],
    ['weight', {}],
    ['weight', { from: 1, unknown: 2 }],
    ['weight', { from: 1e300 }],
    ['sentOn', { from: '2026-02-30' }],
    ['sentOn', { to: '0000-01-01' }],
    ['sentAt', { to: '2026-01-01T00:00:00Z' }],
    ['owner', '7'],
    ['sender', '1'],
    ['sender', 4_294_967_296],
    ['region', '41%'],
    ['note', ''],
    ['note', 'a\u0000b'],
    ['note', 'x'.repeat(101)],
    ['note', { contains: 'x' }],
    ['name', '张'],
    ['idNumber', '4101'],
    ['id', 0],
    ['id', []],
    ['id', Array.from({ length: 1001 }, (_, i) => i + 1)],
    ['id', 'all'],
  ])('%s refuses %p', (name, value) => {
    const refused = refusal(() => ids({ [name]: value }));
    expect(refused.status).toBe(400);
    expect(refused.field).toMatch(new RegExp(`^filter\\.${name}`));
    expect(refused.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    ['year', 2026, '(x.year) = ?', [2026]],
    ['fragile', false, '(x.fragile) = ?', [false]],
    ['state', 'new', '(x.state) = ?', ['new']],
    ['states', ['a', 'b'], '(x.state) = any(?)', [['a', 'b']]],
    ['weight', { from: 1.5, to: 2 }, '((x.weight) >= ? and (x.weight) <= ?)', [1.5, 2]],
    ['sentOn', { to: '2026-05-01' }, '((x.sent_on) <= ?::date)', ['2026-05-01']],
    ['sentAt', { from: '2026-05-01', to: '2026-05-01' }, '((x.sent_at) >= ?::date and (x.sent_at) < ?::date + 1)', ['2026-05-01', '2026-05-01']],
    ['owner', 7, '(x.owner_id) = ?', [7]],
    ['region', '410100', '(city.code) like ?', ['4101%']],
    ['region', '410000', '(city.code) like ?', ['41%']],
    ['region', '411000', '(city.code) like ?', ['4110%']],
    ['region', '410105', '(city.code) like ?', ['410105%']],
    ['code', 'a_b%', '(x.code) like ?', ['a\\_b\\%%']],
    ['note', '50%', '(x.note) like ?', ['%50\\%%']],
    ['name', '张三', '(person.name_grams) @> ?::text[]', [['张三']]],
    ['name', '欧阳修', '((person.name_grams) @> ?::text[] and (person.name) like ?)', [['欧阳', '阳修'], '%欧阳修%']],
    ['name', 'ZS', '(person.name_pinyin) like ?', ['zs%']],
    ['id', [3, 4], '(x.parcel_id) = any(?)', [[3, 4]]],
  ])('%s takes %p', (name, value, sql, bindings) => {
    const compiled = ids({ tab: 'all', [name]: value });
    expect(compiled.sql).toContain(sql);
    expect(compiled.bindings.slice(2)).toEqual(bindings);
  });

  test('a join is made once and only where it is read, after what it builds on', () => {
    const { sql } = ids({ region: '410100', sender: 9 });
    expect(sql.match(/join organizations o /g)).toHaveLength(1);
    expect(sql.indexOf('organizations o')).toBeLessThan(sql.indexOf('regions city'));
    expect(ids({ year: 2026 }).sql).not.toContain('professionals');
  });

  test('rows named by id are found in any tab', () => {
    expect(ids({ id: 4 }).sql).not.toContain("x.state = 'new'");
    expect(ids({}).sql).toContain("x.state = 'new'");
  });
});

describe('ID numbers', () => {
  // A made-up number of a region that does not exist, with a wrong check digit.
  const idNumber = '990101199001010010';

  test('reach the statement as a digest only', () => {
    const compiled = ids({ tab: 'all', idNumber: idNumber.toLowerCase() });
    expect(compiled.bindings).toContain('digest-of-18');
    expect(JSON.stringify(compiled)).not.toContain(idNumber);
  });

  test('are refused in an address, by any filter', () => {
    expect(refusal(() => readListQuery({ filter: JSON.stringify({ note: `a ${idNumber}` }) }))).toMatchObject({ status: 400, code: 'id-number-in-address' });
    expect(refusal(() => ids({ idNumber }, 'refused'))).toMatchObject({ status: 400, code: 'id-number-in-address' });
  });
});

describe('the query string', () => {
  test('has defaults', () => {
    expect(readListQuery({})).toEqual({ filter: {}, range: [0, 24] });
  });

  test.each([
    [{ filter: '{' }, 'filter'],
    [{ filter: '[]' }, 'filter'],
    [{ filter: '"x"' }, 'filter'],
    [{ range: '[0,500]' }, 'range'],
    [{ range: '[0,1e9]' }, 'range'],
    [{ range: '[5,4]' }, 'range'],
    [{ range: '[-1,4]' }, 'range'],
    [{ range: '[10000,10001]' }, 'range'],
    [{ range: '[0.5,4]' }, 'range'],
    [{ sort: '["name"]' }, 'sort'],
    [{ sort: '["name","asc; drop"]' }, 'sort'],
    [{ sort: '{"name":"ASC"}' }, 'sort'],
    [{ filter: ['{}', '{}'] }, 'filter'],
    [{ filter: `{"note":"${'x'.repeat(5000)}"}` }, 'filter'],
    [{ populate: '*' }, ''],
    [{ fields: 'password' }, ''],
    [{ filter: '{"__proto__":1}' }, 'filter.__proto__'],
  ])('refuses %p', (query, field) => {
    const refused = refusal(() => readListQuery(query));
    expect(refused.status).toBe(400);
    expect(refused.field ?? '').toContain(field);
  });
});

describe('statements', () => {
  test('no value of a request ever stands in the SQL', () => {
    const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    const hostile = fc.constantFrom("' or '1'='1", '"; drop table parcels; --', '$1', '?', '??', ':name', '\\', "E'\\x'", ') or true --');
    fc.assert(
      fc.property(fc.oneof(text, hostile), fc.constantFrom('note', 'code', 'name', 'states'), (value, name) => {
        const filter = { tab: 'all', [name]: name === 'states' ? [value] : value };
        let compiled: { sql: string; bindings: unknown[] };
        try {
          compiled = selectPage(parcels, bureau, listRequest.parse({ filter }), environment());
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
          return;
        }
        const reference = [
          selectPage(parcels, bureau, listRequest.parse({ filter: { ...filter, [name]: name === 'states' ? ['ab'] : 'ab' } }), environment()).sql,
          selectPage(parcels, bureau, listRequest.parse({ filter: { ...filter, [name]: name === 'states' ? ['ab'] : '张三' } }), environment()).sql,
          selectPage(parcels, bureau, listRequest.parse({ filter: { ...filter, [name]: name === 'states' ? ['ab'] : '张三丰' } }), environment()).sql,
        ];
        expect(reference).toContain(compiled.sql);
        expect(marks(compiled.sql)).toBe(compiled.bindings.length);
      }),
    );
  });

  test('find the page before they join the names, in a total order', () => {
    const { sql, bindings } = selectPage(parcels, bureau, listRequest.parse({ sort: ['weight', 'DESC'], range: [50, 74] }), environment());
    const inner = sql.slice(sql.indexOf('materialized (') + 14, sql.indexOf(') select '));
    expect(inner).toMatch(/^select x\.id as found from parcels x where .* order by x\.grams DESC, x\.id DESC limit 25 offset \?$/);
    expect(sql.slice(sql.indexOf(' from page join '))).toContain('join professionals person');
    expect(sql.endsWith('order by x.grams DESC, x.id DESC')).toBe(true);
    expect(bindings).toEqual([13, 50, 13]);
  });

  test('count in the same statement, and only when the page is full', () => {
    const { sql } = selectPage(parcels, bureau, listRequest.parse({ filter: { tab: 'all' }, range: [0, 9] }), environment());
    expect(sql).toMatch(
      /case when \(select count\(\*\) from page\) = 10 then \(select count\(\*\)::int as "total" from \(select 1 .* limit 10001\) counted\) end as "total"/,
    );
  });

  test('are kept prepared only where every value has the same plan', () => {
    const prepared = (identity: Identity, filter: Record<string, unknown>) =>
      [selectPage(parcels, identity, listRequest.parse({ filter }), environment()), selectCount(parcels, identity, filter, environment())].map(
        (one) => one.prepared,
      );
    const own = identityOf('professional');
    expect(prepared(own, { tab: 'all', year: 2026, state: 'new', fragile: true, owner: 7 })).toEqual([true, true]);
    expect(prepared(bureau, { tab: 'all' })).toEqual([false, false]);
    const skewed = [
      { note: 'ab' },
      { code: 'ab' },
      { name: '张三' },
      { weight: { from: 1 } },
      { sender: 9 },
      { region: '410100' },
      { states: ['new'] },
      { id: [1, 2] },
    ];
    for (const filter of skewed) expect([filter, prepared(own, { tab: 'all', ...filter })]).toEqual([filter, [false, false]]);
  });

  test('count no further than one beyond the limit', () => {
    expect(selectCount(parcels, bureau, {}, environment()).sql).toContain('limit 10001');
  });

  test('hours leave as numbers, days as text', () => {
    const { sql } = selectPage(parcels, bureau, listRequest.parse({}), environment());
    expect(sql).toContain('(x.weight)::float8 as "weight"');
    expect(sql).toContain('(x.sent_on)::text as "sentOn"');
  });
});
