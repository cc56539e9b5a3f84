import type { Core } from '@strapi/strapi';
import { type Identity, parse, preferenceRequest, Refusal, reviewRequest } from '@xueshi/core';
import { z } from 'zod';
import { listRequest, readListQuery } from '../compile/request';
import { isOpen } from '../compile/scope.sql';
import { decideRows, subjectOf } from '../decide-rows';
import { engineOf, runOn } from '../panel-strapi';
import { upsertPreference } from '../preference.sql';
import { readHome } from '../read-home';
import { type List, readList, readOne } from '../read-list';
import { readViews } from '../read-views';
import type { Resource } from '../resource';
import type { Compiler } from '../services/compiler';
import type { Resources } from '../services/resources';

type Context = Parameters<Core.MiddlewareHandler>[0];
type Next = Parameters<Core.MiddlewareHandler>[1];

const rowId = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, '编号须为正整数')
    .transform(Number),
});
const noQuery = z.strictObject({});

const outside = (): Refusal => new Refusal(404, 'not-found', '没有找到该记录，或不在您的管理范围内');

/** The signed-in identity; `global::signed-in` has run before every route of the panel. */
function identityOf(ctx: Context): Identity {
  const identity = ctx.state.identity as Identity | undefined;
  if (!identity) throw new Refusal(401, 'not-signed-in', '请先登录');
  return identity;
}

function sendList(ctx: Context, list: List): void {
  ctx.set({
    'X-Total-Count': String(list.total),
    ...(list.capped ? { 'X-Total-Capped': 'true' } : {}),
    'X-Seen-At': list.seenAt,
    'Access-Control-Expose-Headers': 'X-Total-Count, X-Total-Capped, X-Seen-At',
    'Cache-Control': 'no-store',
  });
  ctx.body = list.rows;
}

/** `strapi.plugin('panel').controller('panel')`. */
export default function panel({ strapi }: { strapi: Core.Strapi }) {
  /** The resource of the address, open to the identity (403). An address nobody declared is left to the routes behind ours. */
  const resourceOf = (ctx: Context): { resource: Resource; identity: Identity } | null => {
    const resource = (strapi.plugin('panel').service('resources') as Resources).get(String(ctx.params.resource));
    if (!resource) return null;
    const identity = identityOf(ctx);
    if (!isOpen(resource, identity)) throw new Refusal(403, 'module-missing', '您的岗位角色没有此项权限');
    return { resource, identity };
  };

  /** Refuses an id outside the scope with 404 before anything of it is told. */
  const requireInScope = async (resource: Resource, identity: Identity, id: number): Promise<void> => {
    const compiler = strapi.plugin('panel').service('compiler') as Compiler;
    const found = await runOn(strapi)(await compiler.selection(resource, identity, { id }));
    if (found.length === 0) throw outside();
  };

  return {
    async views(ctx: Context) {
      parse(noQuery, ctx.query);
      ctx.body = await readViews(strapi, identityOf(ctx));
    },

    async home(ctx: Context) {
      parse(noQuery, ctx.query);
      ctx.body = await readHome(strapi, identityOf(ctx));
    },

    async savePreference(ctx: Context, next: Next) {
      const at = resourceOf(ctx);
      if (!at) return next();
      const { columns } = parse(preferenceRequest, ctx.request.body);
      const unknown = columns.findIndex((name, i) => !Object.hasOwn(at.resource.fields, name) || columns.indexOf(name) !== i);
      if (unknown >= 0) throw new Refusal(400, 'unknown-column', `${at.resource.label}没有这一列，或列有重复`, `columns.${unknown}`);
      await runOn(strapi)(upsertPreference(at.identity.membershipId, at.resource.name, columns));
      ctx.body = { columns };
    },

    async list(ctx: Context, next: Next) {
      const at = resourceOf(ctx);
      if (!at) return next();
      sendList(ctx, await readList(strapi, at.resource, at.identity, readListQuery(ctx.query), 'refused'));
    },

    async search(ctx: Context, next: Next) {
      const at = resourceOf(ctx);
      if (!at) return next();
      sendList(ctx, await readList(strapi, at.resource, at.identity, parse(listRequest, ctx.request.body), 'accepted'));
    },

    async read(ctx: Context, next: Next) {
      const at = resourceOf(ctx);
      if (!at) return next();
      parse(noQuery, ctx.query);
      const row = await readOne(strapi, at.resource, at.identity, parse(rowId, ctx.params).id);
      if (!row) throw outside();
      ctx.body = row;
    },

    async review(ctx: Context, next: Next) {
      const at = resourceOf(ctx);
      if (!at) return next();
      ctx.body = await decideRows(strapi, at.resource, at.identity, parse(reviewRequest, ctx.request.body));
    },

    async history(ctx: Context, next: Next) {
      const at = resourceOf(ctx);
      if (!at) return next();
      const { id } = parse(rowId, ctx.params);
      const subject = subjectOf(at.resource);
      await requireInScope(at.resource, at.identity, id);
      ctx.body = await engineOf(strapi).history(subject, id);
    },
  };
}
