import { parse } from '@xueshi/core';
import type { Context } from 'koa';
import { z } from 'zod';
import { dayInChina } from '../../../day-in-china';
import type { Policy } from '../../policy/services/policy';
import { readProgress } from '../read-progress';

const progressQuery = z.strictObject({
  year: z
    .string()
    .regex(/^(19|20|21)\d\d$/, '年度为四位数字')
    .transform(Number)
    .optional(),
});

export default {
  async read(ctx: Context) {
    const now = new Date();
    const { year = Number(dayInChina(now).slice(0, 4)) } = parse(progressQuery, ctx.query);
    const policy: Policy = strapi.service('api::policy.policy').current();
    ctx.set('Cache-Control', 'no-store');
    ctx.body = await readProgress(strapi.db.connection, policy, ctx.state.identity, year, now);
  },
};
