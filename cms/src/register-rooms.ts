import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Files a room may have beside its content type, and the service of the plugin its exports are handed to. */
const parts = [
  { file: 'review.js', plugin: 'review', service: 'engine' },
  { file: 'panel.js', plugin: 'panel', service: 'resources' },
] as const;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Hands every object exported by `src/api/<noun>/review.ts` (a review subject) and `panel.ts` (a resource) to its plugin. Adding a
 * room to the house is adding its folder: nothing else names it.
 */
export function registerRooms(strapi: Core.Strapi): void {
  const rooms = strapi.dirs.dist.api;
  for (const noun of readdirSync(rooms).sort()) {
    for (const { file, plugin, service } of parts) {
      const found = readdirSync(path.join(rooms, noun)).includes(file);
      if (!found) continue;
      const exported: Record<string, unknown> = require(path.join(rooms, noun, file));
      const registry: { register(part: object): void } = strapi.plugin(plugin).service(service);
      for (const part of Object.values(exported).filter(isObject)) registry.register(part);
    }
  }
}
