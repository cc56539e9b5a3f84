import type { Core } from '@strapi/strapi';
import type { Settings } from '@xueshi/core';
import { createEngine, type ReviewEngine } from '../create-engine';

/** `strapi.plugin('review').service('engine')`. */
export default function engine({ strapi }: { strapi: Core.Strapi }): ReviewEngine {
  return createEngine({
    connection: () => strapi.db.connection,
    transaction: async (work) => await strapi.db.transaction(({ trx }) => work(trx)),
    bulkLimit: () => (strapi.service('api::policy.policy') as unknown as { current(): { settings: Settings } }).current().settings.bulkLimit,
  });
}
