import type { Core } from '@strapi/strapi';

/**
 * PostgreSQL from DATABASE_URL. Days and years are China's (`current_date`, `at::date`): the session's time zone is set, never
 * the machine's taken. A statement that runs a minute is stopped rather than holding a connection of the pool.
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const connectionString = env('DATABASE_URL');
  if (!connectionString) throw new Error('DATABASE_URL is not set: the launcher (npm start) gives it');
  return {
    connection: {
      client: 'postgres',
      connection: {
        connectionString,
        application_name: 'xueshi',
        options: '-c timezone=Asia/Shanghai -c statement_timeout=60000',
      },
      pool: { min: 1, max: env.int('DATABASE_POOL', 16) },
      acquireConnectionTimeout: 10_000,
    },
    settings: { forceMigration: false, runMigrations: true },
  };
};
