import type { Core } from '@strapi/strapi';

/** Strict: an unknown or forbidden parameter is refused with 400, never silently dropped (findings.md). */
const api: Core.Config.Api = {
  rest: { prefix: '/api', defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
  documents: { strictParams: true },
};

export default api;
