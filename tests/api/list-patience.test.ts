import type { Core } from '@strapi/strapi';
import knex from 'knex';
import { runOn } from '../../plugins/panel/src/panel-strapi';
import { database, environment } from '../fixtures';

test('a list that takes too long is stopped, in the database too', async () => {
  const connection = knex({ client: 'pg', connection: environment.databaseUrl() });
  try {
    const run = runOn({ db: { connection } } as unknown as Core.Strapi);
    await expect(run({ sql: "select pg_sleep(30), 'too long'", bindings: [], prepared: true })).rejects.toThrow(/timeout/i);
    const { rows } = await database().query("select 1 from pg_stat_activity where state = 'active' and query like 'select pg_sleep(30), %'");
    expect(rows).toEqual([]);
    expect(await run({ sql: 'select 1 as one', bindings: [] })).toEqual([{ one: 1 }]);
  } finally {
    await connection.destroy();
  }
});
