import type { Core } from '@strapi/strapi';
import { presentedToken, readIdentity } from '../api/session/read-identity';

/**
 * Puts `ctx.state.identity` (core Identity) on every request of a live session; leaves it out otherwise. One indexed query.
 * `ctx.state.sessionPresented` tells an expired or foreign session from none at all.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  if (ctx.path.startsWith('/api/')) {
    const token = presentedToken(ctx);
    if (token) {
      ctx.state.sessionPresented = true;
      ctx.state.identity = await readIdentity(strapi.db.connection, token);
    }
  }
  return next();
};
