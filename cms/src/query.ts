import type { Knex } from 'knex';

/** The pool or a transaction, as Strapi gives them (`strapi.db.connection`, `trx`). */
export type Queryable = Pick<Knex, 'raw'>;

type Single = string | number | boolean | Date | null;
type Binding = Single | readonly Single[];

/** Runs one statement with `?` bindings and gives its rows. Inside a transaction `db` is the transaction. */
export async function query<T>(db: Queryable, sql: string, bindings: readonly Binding[] = []): Promise<T[]> {
  const result: { rows: T[] } = await db.raw(sql, [...bindings] as Knex.RawBinding[]);
  return result.rows;
}
