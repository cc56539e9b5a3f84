import type { ClientBase } from 'pg';

/** Tells how far a long load is. */
export type Report = (message: string) => void;

/**
 * Runs `load` with the tables' secondary indexes dropped and makes them again afterwards: several times faster than keeping them up to date
 * over millions of rows. Primary keys and constraints stay. Within the caller's transaction, so that a failure brings them back.
 */
export async function withoutIndexes(client: ClientBase, tables: readonly string[], report: Report, load: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.relname = any ($1) and t.relnamespace = current_schema()::regnamespace and not i.indisprimary
        and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
      order by c.relname`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await load();
  for (const { name, definition } of rows) {
    report(`index ${name}`);
    await client.query(definition);
  }
}

/**
 * Settings of the transaction for a bulk load. Foreign keys and triggers are not run where the role may switch them off (the rows are made by
 * us and fit); elsewhere they are, and the load takes longer.
 */
export async function prepareBulkLoad(client: ClientBase): Promise<void> {
  await client.query("set local work_mem = '512MB'");
  await client.query("set local maintenance_work_mem = '1GB'");
  await client.query('set local synchronous_commit = off');
  await client.query('set local statement_timeout = 0');
  await client.query('select setseed(0.20130073)');
}

/** Leaves foreign keys and triggers unchecked until the transaction ends; only a superuser may. @returns whether it could */
export async function skipTriggers(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ allowed: boolean }>('select rolsuper as allowed from pg_roles where rolname = current_user');
  if (!rows[0]?.allowed) return false;
  await client.query("set local session_replication_role = 'replica'");
  return true;
}
