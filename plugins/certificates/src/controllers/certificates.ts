import type { Core } from '@strapi/strapi';
import { type Identity, parse, Refusal } from '@xueshi/core';
import type { Compiler, Resources } from '@xueshi/plugin-panel';
import { z } from 'zod';
import { limitCalls } from '../limit-calls';
import type { Certificates } from '../services/certificates';

type Context = Parameters<Core.MiddlewareHandler>[0];

const numberParameter = z.object({ number: z.string().min(1).max(60) });
const noQuery = z.strictObject({});
const verificationQuery = z.strictObject({ code: z.string().trim().toUpperCase().min(1).max(20).optional() });

/** `/api/certificates/{number}/…`. */
export default function certificatesController({ strapi }: { strapi: Core.Strapi }) {
  const service = strapi.plugin('certificates').service('certificates') as Certificates;

  const allowed = limitCalls();

  /** 404 for a certificate outside the identity's scope: the resource `certificates` of the panel says what that is. */
  const requireInScope = async (identity: Identity, number: string): Promise<void> => {
    const resource = (strapi.plugin('panel').service('resources') as Resources).get('certificates');
    if (!resource) throw new Error('the panel has no resource certificates');
    const { sql, bindings } = await (strapi.plugin('panel').service('compiler') as Compiler).selection(resource, identity, { number });
    const found = (await strapi.db.connection.raw(sql, bindings as string[])) as { rows: unknown[] };
    if (found.rows.length === 0) throw new Refusal(404, 'not-found', '没有找到该证书，或不在您的管理范围内');
  };

  return {
    async verification(ctx: Context) {
      if (!allowed(ctx.ip, Date.now())) throw new Refusal(429, 'too-many', '查验过于频繁，请一分钟后再试');
      const { number } = parse(numberParameter, ctx.params);
      const { code } = parse(verificationQuery, ctx.query);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = await service.verify(number, code);
    },

    async file(ctx: Context) {
      const { number } = parse(numberParameter, ctx.params);
      parse(noQuery, ctx.query);
      await requireInScope(ctx.state.identity as Identity, number);
      const pdf = await service.render(number);
      ctx.set({
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `attachment; filename="certificate.pdf"; filename*=UTF-8''${encodeURIComponent(number)}.pdf`,
        'X-Content-Type-Options': 'nosniff',
      });
      ctx.type = 'application/pdf';
      ctx.body = pdf;
    },
  };
}
