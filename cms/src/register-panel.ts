import type { Core } from '@strapi/strapi';
import type { Resources } from '@xueshi/plugin-panel';
import { panelResources } from './panel-resources';
import { vault } from './vault';

/** Gives the panel what it shows. Runs before the policy is read, which checks its views against these resources. */
export function registerPanel(strapi: Core.Strapi): void {
  const resources = strapi.plugin('panel').service('resources') as Resources;
  resources.digestWith((idNumber) => vault().digest(idNumber));
  for (const resource of panelResources) resources.register(resource);
}
