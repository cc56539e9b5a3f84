import type { Core } from '@strapi/strapi';

/** At any other level Strapi's request log formats a line per request and throws it away. */
const logsRequests: ReadonlySet<string> = new Set(['http', 'verbose', 'debug', 'silly']);

/**
 * Order matters. `global::errors` turns every refusal under /api into the contract's shape, so it stands around everything else;
 * `global::door` refuses a foreign or wrongly typed request before its body is read. Without `strapi::session`: only the OAuth
 * routes of users-permissions use it, and those are closed (src/close-stock-routes.ts).
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => [
  ...(logsRequests.has(env('LOG_LEVEL', 'warn')) ? ['strapi::logger'] : []),
  'strapi::errors',
  'global::errors',
  {
    name: 'strapi::security',
    config: {
      // blob: an attachment is fetched with the session and shown beside the decision from memory (X20).
      contentSecurityPolicy: { useDefaults: true, directives: { upgradeInsecureRequests: null, frameSrc: ["'self'", 'blob:'] } },
      hsts: false,
    },
  },
  { name: 'strapi::cors', config: { origin: [] } },
  'global::panel-files',
  'global::door',
  'strapi::query',
  { name: 'strapi::body', config: { jsonLimit: '256kb', formLimit: '64kb', textLimit: '64kb', formidable: { maxFileSize: 20 * 1024 * 1024 } } },
  'global::temporary-files',
  'strapi::favicon',
  'strapi::public',
  'global::identity',
];
