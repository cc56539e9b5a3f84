import type { Knex } from 'knex';

/** The cheapest question a working connection can answer. */
export async function selectOne(db: Pick<Knex, 'raw'>): Promise<void> {
  await db.raw('select 1');
}
