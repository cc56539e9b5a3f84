import type { Core } from '@strapi/strapi';
import type { Settings } from '@xueshi/core';
import { createEngine, type ReviewEngine } from '../create-engine';

function cursorKey([key]: readonly string[]): string {
  if (!key) throw new Error('APP_KEYS is empty');
  return key;
}

/** `strapi.plugin('review').service('engine')`. */
export default function engine({ strapi }: { strapi: Core.Strapi }): ReviewEngine {
  return createEngine({
    connection: () => strapi.db.connection,
    transaction: async (work) => await strapi.db.transaction(({ trx }) => work(trx)),
    bulkLimit: () => (strapi.service('api::policy.policy') as unknown as { current(): { settings: Settings } }).current().settings.bulkLimit,
    cursorKey: () => cursorKey(strapi.config.get<string[]>('server.app.keys')),
  });
}
