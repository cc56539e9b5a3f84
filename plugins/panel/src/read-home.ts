import type { Core } from '@strapi/strapi';
import type { Counter, HomeAnswer, Identity } from '@xueshi/core';
import { on } from './compile/condition';
import { selectCount, selectCounts } from './compile/list.sql';
import { countLimit } from './compile/request';
import { isOpen } from './compile/scope.sql';
import { runOn, yearInChina } from './panel-strapi';
import type { CounterDefinition, Field, Resource } from './resource';
import type { Compiler } from './services/compiler';
import type { Resources } from './services/resources';
import type { Sql } from './sql';

const yearColumn = (field: Field | undefined) => field?.filter?.on ?? { expression: field?.expression ?? '', joins: field?.joins };

/** GET /api/panel/home: every counter is the count of the very list it links to (D19), by the same compiler. */
export async function readHome(strapi: Core.Strapi, identity: Identity): Promise<HomeAnswer> {
  const resources = strapi.plugin('panel').service('resources') as Resources;
  const environment = await (strapi.plugin('panel').service('compiler') as Compiler).environment('accepted');
  const year = yearInChina(new Date());
  const statements: Sql[] = [];
  const ask = (statement: Sql): number => statements.push(statement) - 1;
  const asked = resources.all().flatMap((resource) => (isOpen(resource, identity) ? countersOf(resource, identity) : []));
  const planned = asked.map(({ resource, counter }) => {
    const filter = Object.fromEntries(Object.entries(counter.filter).map(([name, value]) => [name, value === 'current-year' ? year : value]));
    const count = ask(selectCount(resource, identity, filter, environment));
    let otherYears: number | null = null;
    if (counter.year !== undefined) {
      const { [counter.year]: _, ...anyYear } = filter;
      const elsewhere = on(yearColumn(resource.fields[counter.year]), '<> ?', filter[counter.year] ?? year);
      otherYears = ask(selectCount(resource, identity, anyYear, environment, [elsewhere]));
    }
    const overdue = counter.overdue === undefined ? null : ask(selectCount(resource, identity, { ...filter, [counter.overdue]: true }, environment));
    return { resource, counter, filter, count, otherYears, overdue };
  });
  if (planned.length === 0) return { counters: [] };
  const totals = new Map((await runOn(strapi)(selectCounts(statements))).map((row) => [row.at, Number(row.total)]));
  const totalOf = (at: number | null): number => (at === null ? 0 : (totals.get(at) ?? 0));
  return {
    counters: planned.map(({ resource, counter, filter, count, otherYears, overdue }): Counter => {
      const total = totalOf(count);
      return {
        code: counter.code,
        label: counter.label,
        resource: resource.name,
        filter,
        count: Math.min(total, countLimit),
        capped: total > countLimit,
        otherYears: Math.min(totalOf(otherYears), countLimit),
        overdue: Math.min(totalOf(overdue), countLimit),
      };
    }),
  };
}

const countersOf = (resource: Resource, identity: Identity): { resource: Resource; counter: CounterDefinition }[] =>
  (resource.counters ?? [])
    .filter((counter) => counter.userTypes.includes(identity.userType) && identity.modules.has(counter.module))
    .map((counter) => ({ resource, counter }));
