import { declaration, type Identity, ownQuoteRequest, parse, Refusal } from '@xueshi/core';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Policy } from '../../policy/services/policy';
import { correctHours } from '../correct-hours';
import { declareHours } from '../declare-hours';
import type { HourEngine } from '../hour-engine';
import { quoteHours } from '../quote-hours';

const idParameter = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

const policy = (): Policy => strapi.service('api::policy.policy').current();
const engine = (): HourEngine => strapi.plugin('review').service('engine');
const identityOf = (ctx: Context): Identity => ctx.state.identity;

export default {
  async declare(ctx: Context) {
    const input = parse(declaration, ctx.request.body);
    ctx.body = await strapi.db.transaction(({ trx }) => declareHours(trx, engine(), policy(), identityOf(ctx), input, new Date()));
    ctx.status = 201;
  },

  async correct(ctx: Context) {
    const parameters = idParameter.safeParse(ctx.params);
    if (!parameters.success) throw new Refusal(404, 'not-found', '没有找到该记录，或不在您的管理范围内');
    const request = { id: parameters.data.id, declaration: parse(declaration, ctx.request.body) };
    ctx.body = await strapi.db.transaction(({ trx }) => correctHours(trx, engine(), policy(), identityOf(ctx), request, new Date()));
  },

  async quote(ctx: Context) {
    const input = parse(ownQuoteRequest, ctx.request.body);
    ctx.body = await quoteHours(strapi.db.connection, policy(), identityOf(ctx), input);
  },
};
