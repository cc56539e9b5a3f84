import { type Identity, Refusal } from '@xueshi/core';
import type { Column, Field, Resource } from '../resource';
import { joinSql, type Sql } from '../sql';
import { bind, type Condition, joinClauses } from './condition';
import type { Environment } from './environment';
import { filterCondition } from './filter.sql';
import { countLimit, type ListRequest } from './request';
import { scopeCondition } from './scope.sql';

type Who = Identity | null | undefined;

/** How a value must leave the database, whatever parsers the driver has: hours as double, days as text. */
const casts: Partial<Record<Field['format'], string>> = { hours: '::float8', date: '::text' };

const idOf = (resource: Resource): string => resource.base.id ?? resource.base.row;

/** Every declared column and the joins they read; frozen once per resource, since nothing of a request enters it. */
const columnsOf = (resource: Resource): { list: string; joins: string } => {
  let columns = columnCache.get(resource);
  if (!columns) {
    const fields = Object.entries(resource.fields).flatMap(([name, field]) =>
      field.expression === undefined ? [] : [{ name, column: field as Column, cast: casts[field.format] ?? '' }],
    );
    const extra = Object.entries(resource.extra ?? {}).map(([name, column]) => ({ name, column, cast: '' }));
    const all = [...fields, ...extra];
    const sortJoins = Object.values(resource.fields).flatMap((field) => (typeof field.sortable === 'object' ? (field.sortable.joins ?? []) : []));
    columns = {
      list: [`${idOf(resource)} as "id"`, ...all.map(({ name, column, cast }) => `(${column.expression})${cast} as "${name}"`)].join(', '),
      joins: joinClauses(resource, [...all.flatMap(({ column }) => column.joins ?? []), ...sortJoins]),
    };
    columnCache.set(resource, columns);
  }
  return columns;
};
const columnCache = new WeakMap<Resource, { list: string; joins: string }>();

/** Base, scope, tab and filters as one condition: what a list, its count and a decision over it have in common. */
function rowsOf(resource: Resource, identity: Who, filter: Record<string, unknown>, environment: Environment, also: readonly Condition[] = []): Condition {
  const { tab: asked, ...entries } = filter;
  // Rows named one by one are meant wherever they stand, not only in the first tab.
  const tab = tabOf(resource, asked ?? ('id' in entries ? undefined : resource.defaultTab));
  const scope = scopeCondition(resource, tab?.scopes ?? resource.scopes, identity);
  const conditions: Condition[] = [];
  if (resource.base.where) conditions.push({ sql: `(${resource.base.where})`, bindings: [], joins: [] });
  conditions.push(scope);
  if (tab?.where) conditions.push({ sql: `(${tab.where.expression})`, bindings: [], joins: tab.where.joins ?? [] });
  for (const [name, value] of Object.entries(entries)) conditions.push(filterCondition(resource, name, value, environment));
  return bind([...conditions, ...also], 'and');
}

function tabOf(resource: Resource, code: unknown) {
  if (code === undefined) return undefined;
  if (typeof code !== 'string' || !resource.tabs || !Object.hasOwn(resource.tabs, code)) {
    throw new Refusal(400, 'unknown-tab', `${resource.label}没有这个分类`, 'filter.tab');
  }
  return resource.tabs[code];
}

const from = (resource: Resource, joins: Iterable<string>): string => `from ${resource.base.table} ${resource.base.alias}${joinClauses(resource, joins)}`;

/** The order asked for, made total by the row's id so that no page repeats or skips a row. */
function orderOf(resource: Resource, sort: ListRequest['sort']): { sql: string; joins: readonly string[] } {
  const [name, direction] = sort ?? [resource.order.field, resource.order.direction];
  const row = `${resource.base.row} ${direction}`;
  if (name === 'id') return { sql: row, joins: [] };
  const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined;
  if (!field?.sortable) throw new Refusal(400, 'unknown-sort', `${resource.label}不能按此排序`, /^[a-zA-Z]\w{0,39}$/.test(name) ? `sort.${name}` : 'sort');
  const column = typeof field.sortable === 'object' ? field.sortable : (field as Column);
  return { sql: `${column.expression} ${direction}, ${row}`, joins: column.joins ?? [] };
}

/** Rows counted no further than one beyond the limit. */
const counted = (resource: Resource, rows: Condition): string =>
  `select count(*)::int as "total" from (select 1 ${from(resource, rows.joins)} where ${rows.sql} limit ${countLimit + 1}) counted`;

/**
 * One page: the rows are found, ordered and cut by the indexed columns alone, then the names are joined to those few (late join).
 * Columns: `id`, every declared field with an expression, the extra columns, `seenAt` (the moment of the snapshot), and `total` as of
 * `selectCount`: worked out for a full page only, else null, since a page that is not full is the last one. The length of the page
 * stands in the statement, so that a plan for all values still knows how few rows are wanted.
 */
export function selectPage(resource: Resource, identity: Who, request: ListRequest, environment: Environment): Sql {
  const rows = rowsOf(resource, identity, request.filter, environment);
  const order = orderOf(resource, request.sort);
  const columns = columnsOf(resource);
  const { base } = resource;
  const [first, last] = request.range;
  const length = last - first + 1;
  return {
    sql:
      `with page as materialized (` +
      `select ${base.row} as found ${from(resource, [...rows.joins, ...order.joins])} where ${rows.sql} order by ${order.sql} limit ${length} offset ?` +
      `) select ${columns.list}, now() as "seenAt", case when (select count(*) from page) = ${length} then (${counted(resource, rows)}) end as "total" ` +
      `from page join ${base.table} ${base.alias} on ${base.row} = page.found${columns.joins} order by ${order.sql}`,
    bindings: [...rows.bindings, first, ...rows.bindings],
    prepared: !rows.skewed,
  };
}

/** How many rows the list has, counted no further than one beyond the limit: `total`, `seenAt`. `also` narrows it. */
export function selectCount(
  resource: Resource,
  identity: Who,
  filter: Record<string, unknown>,
  environment: Environment,
  also: readonly Condition[] = [],
): Sql {
  const rows = rowsOf(resource, identity, filter, environment, also);
  return {
    sql: `select "total", now() as "seenAt" from (${counted(resource, rows)}) counting`,
    bindings: rows.bindings,
    prepared: !rows.skewed,
  };
}

/** The single read: one id inside the identity's scope, no tab. */
export function selectOne(resource: Resource, identity: Who, id: number): Sql {
  const { base } = resource;
  const scope = scopeCondition(resource, resource.scopes, identity);
  const columns = columnsOf(resource);
  const where = [...(base.where ? [`(${base.where})`] : []), `${idOf(resource)} = ?`, scope.sql].join(' and ');
  return {
    sql:
      `select ${columns.list} from (select ${base.row} as found ${from(resource, scope.joins)} where ${where} limit 1) page ` +
      `join ${base.table} ${base.alias} on ${base.row} = page.found${columns.joins}`,
    bindings: [id, ...scope.bindings],
  };
}

/** Several counts in one round trip: `at` (index into `counts`) and `total`. */
export const selectCounts = (counts: readonly Sql[]): Sql =>
  joinSql(
    counts.map(({ sql, bindings }, at) => ({ sql: `select ${at} as "at", "total" from (${sql}) counted`, bindings })),
    ' union all ',
  );

/** The ids a list with this filter would show, unordered and unpaged: the rows of a decision by filter. */
export function selectIds(resource: Resource, identity: Who, filter: Record<string, unknown>, environment: Environment): Sql {
  const rows = rowsOf(resource, identity, filter, environment);
  return { sql: `select ${idOf(resource)} as id ${from(resource, rows.joins)} where ${rows.sql}`, bindings: rows.bindings };
}
