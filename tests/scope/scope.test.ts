import type { Identity, UserType } from '@xueshi/core';
import { listRequest, type Resource, type Scope, selectCount, selectIds, selectOne, selectPage } from '@xueshi/plugin-panel';
import fc from 'fast-check';
import { declaredResources } from './declared-resources';
import { environment, identityOf, parcels, userTypes } from './parcels';

const resources: readonly Resource[] = [parcels, ...declaredResources];
const pairs = resources.flatMap((resource) => userTypes.map((userType) => [resource.name, userType, resource] as const));

/** Everything the compiler makes of a resource for somebody, over every tab. */
function statements(resource: Resource, identity: Identity | null | undefined) {
  const filters = [{}, ...Object.keys(resource.tabs ?? {}).map((tab) => ({ tab }))];
  const lists = filters.flatMap((filter) => [
    selectPage(resource, identity, listRequest.parse({ filter }), environment()),
    selectCount(resource, identity, filter, environment()),
    selectIds(resource, identity, filter, environment()),
  ]);
  return { lists, one: selectOne(resource, identity, 5) };
}

/** A WHERE clause that can hold for no row has a bare `false` bound by `and`. */
const closed = (sql: string): boolean => /where (.* and )?\(?\bfalse\b|and false\b/.test(sql);

const scopesFor = (resource: Resource, userType: UserType): Scope[] =>
  [resource.scopes, ...Object.values(resource.tabs ?? {}).map((tab) => tab.scopes ?? resource.scopes)].flatMap((scopes) => scopes[userType] ?? []);

const comparesSomethingOwn = (bindings: readonly unknown[], identity: Identity): boolean =>
  [identity.organizationPath, identity.organizationId, identity.professionalId, identity.accountId].some((own) => own !== null && bindings.includes(own));

describe.each(pairs)('%s as %s', (_name, userType, resource) => {
  test('every statement is bound to a value of the identity, or shows nothing', () => {
    const identity = identityOf(userType);
    const { lists, one } = statements(resource, identity);
    for (const statement of [...lists, one]) expect(closed(statement.sql) || comparesSomethingOwn(statement.bindings, identity)).toBe(true);
    const open = Object.hasOwn(resource.modules, userType) && scopesFor(resource, userType).length > 0;
    expect([...lists, one].some((statement) => !closed(statement.sql))).toBe(open);
  });

  test('without an identity or without a module nothing is visible', () => {
    for (const identity of [null, undefined, identityOf(userType, { modules: new Set() })]) {
      const { lists, one } = statements(resource, identity);
      for (const statement of [...lists, one]) expect(closed(statement.sql)).toBe(true);
    }
  });

  test('a user type nobody declared sees nothing', () => {
    for (const strange of ['constructor', '__proto__', 'root', '']) {
      const { lists, one } = statements(resource, identityOf(strange as UserType));
      for (const statement of [...lists, one]) expect(closed(statement.sql)).toBe(true);
    }
  });
});

describe('row scope', () => {
  const page = (identity: Identity, filter: Record<string, unknown> = { tab: 'all' }) =>
    selectPage(parcels, identity, listRequest.parse({ filter }), environment());

  test('a subtree is one range of the path', () => {
    const { sql, bindings } = page(identityOf('bureau'));
    expect(sql).toContain('((o.path) >= ? and (o.path) < ?)');
    expect(bindings.slice(0, 2)).toEqual(['1.7.13.', '1.7.13/']);
  });

  test('the range holds exactly the paths of the subtree', () => {
    const path = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }).map((ids) => ids.map((id) => `${id}.`).join(''));
    fc.assert(
      fc.property(path, path, (own, other) => {
        const [from, to] = page(identityOf('bureau', { organizationPath: own })).bindings as string[];
        const inside = other >= String(from) && other < String(to);
        expect(inside).toBe(other.startsWith(own));
      }),
    );
  });

  test('a queue is one equality, without the join of the wide scope', () => {
    const { sql } = page(identityOf('bureau'), {});
    expect(sql).toContain('(x.desk_id) = ?');
    expect(sql.slice(0, sql.indexOf(') select '))).not.toContain('organizations');
  });

  test('an identity that lacks the value compared sees nothing', () => {
    expect(closed(page(identityOf('professional', { professionalId: null })).sql)).toBe(true);
    for (const organizationPath of ['', '1.7', '1.7.%', "1.'; drop table x; --", '.', null as unknown as string, undefined as unknown as string]) {
      expect(closed(page(identityOf('bureau', { organizationPath })).sql)).toBe(true);
    }
    for (const organizationId of [null, undefined, Number.NaN, '13'] as unknown as number[]) {
      expect(closed(page(identityOf('bureau', { organizationId }), {}).sql)).toBe(true);
    }
  });

  test('a kind of scope nobody knows opens nothing', () => {
    const strange = { ...parcels, scopes: { bureau: { by: 'everything', expression: 'true' } as unknown as Scope } };
    expect(closed(selectOne(strange, identityOf('bureau'), 1).sql)).toBe(true);
    const empty = { ...parcels, scopes: { bureau: { by: 'any', of: [] } as unknown as Scope } };
    expect(closed(selectOne(empty, identityOf('bureau'), 1).sql)).toBe(true);
  });

  test('no filter, tab or sort takes the scope away', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (filter) => {
        let compiled: { sql: string; bindings: unknown[] };
        try {
          compiled = selectIds(parcels, identityOf('bureau'), filter, environment());
        } catch (error) {
          expect((error as { status: number }).status).toBe(400);
          return;
        }
        expect(comparesSomethingOwn(compiled.bindings, identityOf('bureau'))).toBe(true);
      }),
    );
  });
});
