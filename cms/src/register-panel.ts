import type { Core } from '@strapi/strapi';
import type { Resources } from '@xueshi/plugin-panel';
import { certificates } from './api/certificate/panel';
import { organizations } from './api/organization/panel';
import { professionals } from './api/professional/panel';
import { vault } from './vault';

/** What the panel shows: one entry for each room that has a `panel.ts`. Runs before the policy is read, which checks its views against these. */
export function registerPanel(strapi: Core.Strapi): void {
  const resources = strapi.plugin('panel').service('resources') as Resources;
  resources.digestWith((idNumber) => vault().digest(idNumber));
  for (const resource of [organizations, professionals, certificates]) resources.register(resource);
}
