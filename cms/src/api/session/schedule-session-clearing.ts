import type { Core } from '@strapi/strapi';
import { deleteExpired } from './session.sql';

/** Once an hour: ended sessions, spent challenges and attempts too old to count. In every process; each statement stands alone. */
export function scheduleSessionClearing(strapi: Core.Strapi): void {
  strapi.cron.add({
    'clear expired sessions': {
      task: () => deleteExpired(strapi.db.connection),
      options: { rule: '23 * * * *' },
    },
  });
}
