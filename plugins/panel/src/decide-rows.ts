import type { Core } from '@strapi/strapi';
import { type Identity, Refusal, type ReviewAnswer, type ReviewRequest } from '@xueshi/core';
import { engineOf } from './panel-strapi';
import type { Resource } from './resource';
import type { Compiler } from './services/compiler';

/** What the engine calls the resource's rows; 404 when nothing is decided here. */
export function subjectOf(resource: Resource): string {
  if (!resource.review) throw new Refusal(404, 'not-reviewed', `${resource.label}没有审核操作`);
  return resource.review.subject;
}

/**
 * POST /api/panel/{resource}/review: hands the decision to the engine together with the selection that bounds it. Rows given one
 * by one pass through the same scope as a list, so an id of another office is to the engine as if it did not exist.
 */
export async function decideRows(strapi: Core.Strapi, resource: Resource, identity: Identity, request: ReviewRequest): Promise<ReviewAnswer> {
  const subject = subjectOf(resource);
  if (identity.readOnly) throw new Refusal(403, 'read-only', '本单位已注销，只能查看');
  const compiler = strapi.plugin('panel').service('compiler') as Compiler;
  const select = (filter: Record<string, unknown>) => compiler.selection(resource, identity, filter);
  const engine = engineOf(strapi);
  const { rows, filter } = request;
  if (!filter) return engine.decide(identity, subject, request, await select({ id: (rows ?? []).map((row) => row.id) }));
  if ('id' in filter) throw new Refusal(400, 'invalid', '按编号审核请使用 rows', 'filter.id');
  // A row a colleague has decided has left the tab; the rest of the filter still tells whether it was meant.
  const { tab: _, ...lasting } = filter;
  return engine.decide(identity, subject, request, await select(filter), (ids) => select({ ...lasting, id: [...ids] }));
}
