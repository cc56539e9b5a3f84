import type { Core } from '@strapi/strapi';
import { clearOrphans } from './clear-orphans';
import { fileStore } from './file-store';

/** Once an hour, in every process: the statement lets only one of them take a row. */
export function scheduleClearing(strapi: Core.Strapi): void {
  strapi.cron.add({
    'clear orphan attachments': {
      task: async () => {
        await clearOrphans(strapi.db.connection, fileStore(), (message) => strapi.log.error(message));
      },
      options: { rule: '17 * * * *' },
    },
  });
}
