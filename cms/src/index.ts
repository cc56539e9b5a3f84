import type { Core } from '@strapi/strapi';
import { applySchema } from './apply-schema';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await applySchema(strapi);
  },
};
