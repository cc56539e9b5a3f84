import type { Core } from '@strapi/strapi';
import { henan } from '@xueshi/config';
import { isEmpty, seedDemo } from '@xueshi/database';
import { Client } from 'pg';
import { dayInChina } from './day-in-china';
import { vault } from './vault';

/**
 * SEED=demo: loads the demo province into an installation that has no organization yet. Before the server says it is healthy, so that whoever
 * waits for that can sign in. Never touches a database somebody works with.
 */
export async function loadDemo(strapi: Core.Strapi): Promise<void> {
  if (process.env.SEED !== 'demo') return;
  const client = new Client({ connectionString: strapi.config.get('database.connection.connection.connectionString') });
  await client.connect();
  try {
    if (!(await isEmpty(client))) return;
    await seedDemo(client, { pack: henan, today: dayInChina(new Date()), vault: vault(), dataDirectory: process.env.DATA_DIR ?? '' });
  } finally {
    await client.end();
  }
}
