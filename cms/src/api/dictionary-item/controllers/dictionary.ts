import { parse, Refusal } from '@xueshi/core';
import type { Context } from 'koa';
import { z } from 'zod';
import type { PolicyService } from '../../policy/services/policy';

const params = z.object({ code: z.string().max(60) });

export default {
  /** The enabled items of one code list (`region`: 行政区划), in their order: `[{code, name, parent}]`. 404 `no-dictionary`. */
  async show(ctx: Context & { params: unknown }): Promise<void> {
    const { code } = parse(params, ctx.params);
    parse(z.strictObject({}), ctx.query);
    const policy = strapi.service('api::policy.policy') as unknown as PolicyService;
    const { dictionaries, regions } = policy.current();
    if (code === 'region') {
      ctx.body = [...regions.values()].map(({ code, name, parent }) => ({ code, name, parent }));
      return;
    }
    const items = dictionaries.get(code);
    if (!items) throw new Refusal(404, 'no-dictionary', '没有这个字典', 'code');
    ctx.body = [...items.values()].filter((item) => item.enabled).map((item) => ({ code: item.code, name: item.name, parent: item.parent ?? null }));
  },
};
