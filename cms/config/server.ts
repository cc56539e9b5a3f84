import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  /** Behind a reverse proxy: trust its X-Forwarded-For and -Proto. Off by default, or anybody could choose his address. */
  proxy: { koa: env.bool('TRUST_PROXY', false) },
  /** What the CMS administrators upload for the public. Kept with the data, not in the program's folder. */
  dirs: { public: `${env('DATA_DIR', '.')}/public` },
  app: { keys: env.array('APP_KEYS', []) },
  logger: { updates: { enabled: false }, startup: { enabled: false }, config: { level: env('LOG_LEVEL', 'warn') } },
  transfer: { remote: { enabled: false } },
});
