import type { Core } from '@strapi/strapi';
import { applySchema } from './apply-schema';
import { registerRooms } from './register-rooms';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    registerRooms(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await applySchema(strapi);
  },
};
