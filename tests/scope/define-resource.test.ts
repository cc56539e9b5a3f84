import { type View, view } from '@xueshi/core';
import { checkView, defineResource, type Resource, type ResourceDefinition } from '@xueshi/plugin-panel';
import { parcels } from './parcels';

describe('defineResource refuses what contradicts itself', () => {
  const attempt = (change: Record<string, unknown>) => () => defineResource({ ...parcels, ...change } as unknown as ResourceDefinition);

  test.each([
    [{ name: 'Views' }, 'URL'],
    [{ name: 'home' }, 'URL'],
    [{ order: { field: 'note', direction: 'ASC' } }, 'not sortable'],
    [{ order: { field: 'nothing', direction: 'ASC' } }, 'not sortable'],
    [{ fields: { ...parcels.fields, id: { label: 'x', format: 'text', expression: 'x.id' } } }, 'field name'],
    [{ fields: { ...parcels.fields, bad: { label: 'x', format: 'text', expression: 'a; drop table b' } } }, 'no ;'],
    [{ fields: { ...parcels.fields, bad: { label: 'x', format: 'text', expression: 'x.j ? 1' } } }, 'no ?'],
    [{ fields: { ...parcels.fields, bad: { label: 'x', format: 'text', expression: 'y.j', joins: ['y'] } } }, 'no join y'],
    [{ fields: { ...parcels.fields, bad: { label: 'x', format: 'text', sortable: true } } }, 'need an expression'],
    [{ extra: { name: { expression: 'x.name' } } }, 'also a field'],
    [{ scopes: { bureau: { by: 'any', of: [] } } }, 'empty scope'],
    [{ counters: [{ code: 'c', label: 'c', userTypes: ['bureau'], module: 'hour-review', filter: { plain: 'x' } }] }, 'cannot be filtered'],
  ])('%#', (change, problem) => {
    expect(attempt(change)).toThrow(problem);
  });
});

describe('checkView', () => {
  const good = {
    resource: 'parcels',
    userType: 'bureau',
    name: '包裹',
    group: '组',
    module: 'hour-review',
    columns: [{ source: 'name' }, { source: 'plain' }],
    filters: [{ source: 'year', kind: 'year', default: 'current-year' }],
    tabs: [{ code: 'waiting', label: '待办', filter: { tab: 'waiting', fragile: true } }],
    order: { field: 'sentAt', direction: 'ASC' },
  };
  const check = (change: Record<string, unknown>, resource: Resource | undefined = parcels): string[] =>
    checkView(view.parse({ ...good, ...change }) as View, resource);

  test('accepts a view of declared fields', () => {
    expect(check({})).toEqual([]);
  });

  test.each([
    [{ columns: [{ source: 'secret' }] }, 'secret'],
    [{ columns: [{ source: 'constructor' }] }, 'constructor'],
    [{ filters: [{ source: 'plain', kind: 'text' }] }, 'plain'],
    [{ filters: [{ source: 'year', kind: 'text' }] }, 'year'],
    [{ order: { field: 'plain', direction: 'ASC' } }, 'plain'],
    [{ tabs: [{ code: 'a', label: 'a', filter: { tab: 'approved' } }] }, 'approved'],
    [{ tabs: [{ code: 'a', label: 'a', filter: { plain: 'x' } }] }, 'plain'],
    [{ userType: 'base' }, 'base'],
    [{ module: 'statistics' }, 'statistics'],
  ])('names what is wrong %#', (change, name) => {
    const problems = check(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  test('names a resource nobody declared', () => {
    expect(checkView(view.parse({ ...good, resource: 'letters' }) as View, undefined)).toEqual(['没有名为 letters 的资源']);
  });
});
