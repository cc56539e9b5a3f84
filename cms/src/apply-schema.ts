import type { Core } from '@strapi/strapi';
import { applyDdl, checkDataKey } from '@xueshi/database';
import { Client } from 'pg';
import { vault } from './vault';

/** Brings the database beyond Strapi's own schema up to date (database/src/ddl), on a connection of its own; refuses a data key that is not its own. */
export async function applySchema(strapi: Core.Strapi): Promise<void> {
  const client = new Client({ connectionString: strapi.config.get('database.connection.connection.connectionString') });
  await client.connect();
  try {
    await applyDdl(client);
    await checkDataKey(client, vault());
  } finally {
    await client.end();
  }
}
