import type { Core } from '@strapi/strapi';

/** The pool or a transaction, as Strapi gives them (`strapi.db.connection`, `trx`). */
export type Database = Pick<Core.Strapi['db']['connection'], 'raw'>;

/** A statement or a piece of one, with its `?` bindings in order. */
export interface Sql {
  sql: string;
  bindings: unknown[];
}

/** Runs one statement and gives its rows. jsonb must be cast to `json` in it: Strapi leaves jsonb as text. */
export async function rowsOf<T>(db: Database, sql: string, bindings: readonly unknown[]): Promise<T[]> {
  const result = (await db.raw(sql, bindings as string[])) as { rows: T[] };
  return result.rows;
}
