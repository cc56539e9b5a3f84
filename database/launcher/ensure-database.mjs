import pg from 'pg';
import { withClient } from './with-client.mjs';

/** Creates a database on the server unless it is there. `maintenanceUrl` names an existing one. */
export async function ensureDatabase(maintenanceUrl, name) {
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  });
}
