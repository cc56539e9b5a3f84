import type { Core } from '@strapi/strapi';
import type { Identity } from '@xueshi/core';
import type { Environment } from './compile/environment';
import { selectCount, selectOne, selectPage } from './compile/list.sql';
import { countLimit, type ListRequest } from './compile/request';
import { policyOf, runOn } from './panel-strapi';
import type { Resource, Row, RowContext } from './resource';
import type { Compiler } from './services/compiler';

export interface List {
  rows: Row[];
  /** Exact up to 10,000; with `capped` it means "10,000 and more". */
  total: number;
  capped: boolean;
  /** ISO 8601: the moment of the snapshot the list shows. */
  seenAt: string;
}

const contextOf = async (strapi: Core.Strapi, identity: Identity): Promise<RowContext> => ({
  strapi,
  identity,
  policy: await policyOf(strapi),
  now: new Date(),
  run: runOn(strapi),
});

/** Only what the resource declares leaves the server, in the order of its declaration; a field nobody filled is null. */
function declared(resource: Resource, row: Row): Row {
  const names = ['id', ...(resource.carries ?? []), ...Object.keys(resource.fields)];
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

const present = async (resource: Resource, rows: Row[], context: RowContext): Promise<Row[]> =>
  resource.present ? await resource.present(rows, context) : rows;

/** One page of a resource in the identity's scope. */
export async function readList(
  strapi: Core.Strapi,
  resource: Resource,
  identity: Identity,
  request: ListRequest,
  idNumbers: Environment['idNumbers'],
): Promise<List> {
  const compiler = strapi.plugin('panel').service('compiler') as Compiler;
  const environment = await compiler.environment(idNumbers);
  const context = await contextOf(strapi, identity);
  const found = await context.run(selectPage(resource, identity, request, environment));
  const [first, last] = request.range;
  const seenAt = found[0]?.seenAt;
  const rows = (await present(resource, found, context)).map((row) => declared(resource, row));
  if (seenAt instanceof Date && found.length < last - first + 1) {
    // The last page: its own length tells the total.
    const total = first + found.length;
    return { rows, total: Math.min(total, countLimit), capped: total > countLimit, seenAt: seenAt.toISOString() };
  }
  const [counted] = (await context.run(selectCount(resource, identity, request.filter, environment))) as { total: number; seenAt: Date }[];
  if (!counted) throw new Error('a count has one row');
  const moment = seenAt instanceof Date ? seenAt : counted.seenAt;
  return { rows, total: Math.min(counted.total, countLimit), capped: counted.total > countLimit, seenAt: moment.toISOString() };
}

/** One row with its details, or null outside the identity's scope. */
export async function readOne(strapi: Core.Strapi, resource: Resource, identity: Identity, id: number): Promise<Row | null> {
  const context = await contextOf(strapi, identity);
  const found = await context.run(selectOne(resource, identity, id));
  const [row] = await present(resource, found, context);
  if (!row) return null;
  const details = resource.detail ? await resource.detail(row, context) : {};
  return { ...declared(resource, row), ...details };
}
