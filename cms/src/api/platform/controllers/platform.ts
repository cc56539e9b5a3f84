import type { Context } from 'koa';

export default {
  /** Public: what the pages before sign-in call the platform (a setting, decision 1). */
  async show(ctx: Context): Promise<void> {
    const { settings } = await strapi.service('api::policy.policy').current();
    ctx.set('cache-control', 'public, max-age=60');
    ctx.body = { name: settings.platformName };
  },
};
