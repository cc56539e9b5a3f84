import type { Context } from 'koa';
import { selectOne } from '../health.sql';

export default {
  /** 200 once the database answers; Strapi listens only after the schema is ready. */
  async show(ctx: Context): Promise<void> {
    await selectOne(strapi.db.connection);
    ctx.set('cache-control', 'no-store');
    ctx.body = { status: 'ok' };
  },
};
