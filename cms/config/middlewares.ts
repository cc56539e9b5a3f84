/**
 * Order matters. `global::errors` turns every refusal under /api into the contract's shape, so it stands around everything else;
 * `global::door` refuses a foreign or wrongly typed request before its body is read.
 */
export default [
  'strapi::logger',
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
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'global::identity',
];
