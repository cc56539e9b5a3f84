import type { Core } from '@strapi/strapi';
import { applySchema } from './apply-schema';
import { registerPanel } from './register-panel';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    registerPanel(strapi);
    await applySchema(strapi);
  },
};
