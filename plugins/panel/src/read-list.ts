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
function declared(resource: Resource, rows: readonly Row[]): Row[] {
  const names = ['id', ...(resource.carries ?? []), ...Object.keys(resource.fields)];
  return rows.map((row) => {
    const sent: Row = {};
    for (const name of names) sent[name] = row[name] ?? null;
    return sent;
  });
}

const present = async (resource: Resource, rows: Row[], context: RowContext): Promise<Row[]> =>
  resource.present ? await resource.present(rows, context) : rows;

const listOf = (rows: Row[], total: number, seenAt: Date): List => ({
  rows,
  total: Math.min(total, countLimit),
  capped: total > countLimit,
  seenAt: seenAt.toISOString(),
});

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
  const [first] = request.range;
  const seenAt = found[0]?.seenAt;
  const total = found[0]?.total;
  const rows = declared(resource, await present(resource, found, context));
  // A page that is not full is the last one: its own length tells the total.
  if (seenAt instanceof Date) return listOf(rows, typeof total === 'number' ? total : first + found.length, seenAt);
  const [counted] = (await context.run(selectCount(resource, identity, request.filter, environment))) as { total: number; seenAt: Date }[];
  if (!counted) throw new Error('a count has one row');
  return listOf(rows, counted.total, counted.seenAt);
}

/** One row with its details, or null outside the identity's scope. */
export async function readOne(strapi: Core.Strapi, resource: Resource, identity: Identity, id: number): Promise<Row | null> {
  const context = await contextOf(strapi, identity);
  const found = await context.run(selectOne(resource, identity, id));
  const [row] = await present(resource, found, context);
  const [sent] = row ? declared(resource, [row]) : [];
  if (!row || !sent) return null;
  const details = resource.detail ? await resource.detail(row, context) : {};
  return { ...sent, ...details };
}
