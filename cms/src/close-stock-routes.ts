import type { Core } from '@strapi/strapi';

/** Plugins of this house answer under /api; what Strapi's own plugins offer there stays shut. */
const house = '@xueshi/';

/**
 * Takes the public routes of Strapi's plugins away before they are mounted: registration, sign-in and user administration of
 * users-permissions (ours is /api/session), uploads (ours is /api/attachments), sending mail, reading the schema. Their administration stays.
 */
export function closeStockRoutes(strapi: Core.Strapi): void {
  const enabled = strapi.config.get<Record<string, { packageInfo?: { name?: string } }>>('enabledPlugins');
  for (const [name, plugin] of Object.entries(strapi.plugins)) {
    if (enabled[name]?.packageInfo?.name?.startsWith(house)) continue;
    if (Array.isArray(plugin.routes)) continue;
    const { 'content-api': _, ...kept } = plugin.routes as Record<string, Core.Router>;
    plugin.routes = kept;
  }
}
