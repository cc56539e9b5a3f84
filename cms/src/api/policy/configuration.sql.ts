import type { Knex } from 'knex';
import type { ConfigurationRow, ConfigurationTable } from './configuration-tables';

/** A pool or a transaction. */
export type Queryable = Pick<Knex, 'raw'>;

// Identifiers below come from `configuration-tables.ts` only; values are bound.

const recordset = (table: ConfigurationTable): string =>
  `jsonb_to_recordset(?::jsonb) as x (${Object.entries({ ...table.columns, pack_digest: 'text', kept_digest: 'text' })
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})`;

/** One process at a time loads the pack. Held until the transaction ends. */
export async function lockConfiguration(trx: Queryable): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtext('xueshi policy'))");
}

/** Every row of a table, parsed, with its `pack_digest`, in display order. Roles that belong to one organization are its own, not policy. */
export async function selectConfiguration(db: Queryable, table: ConfigurationTable): Promise<ConfigurationRow[]> {
  const order = ['sort' in table.columns ? 'sort' : '', ...table.key].filter(Boolean).join(', ');
  const own = table.name === 'panel_roles' ? 'where organization_id is null' : '';
  const result: { rows: { row: string }[] } = await db.raw(
    `select row_to_json(t)::text as row from (select ${Object.keys(table.columns).join(', ')}, pack_digest from ${table.name} ${own} order by ${order}) t`,
  );
  return result.rows.map(({ row }) => JSON.parse(row));
}

/** Inserts the rows that are not there. @returns how many were inserted */
export async function insertMissing(trx: Queryable, table: ConfigurationTable, rows: ConfigurationRow[]): Promise<number> {
  const columns = [...Object.keys(table.columns), 'pack_digest'].join(', ');
  const result: { rowCount: number } = await trx.raw(
    `insert into ${table.name} (${columns}) select ${columns} from ${recordset(table)} on conflict (${table.key.join(', ')}) do nothing`,
    [JSON.stringify(rows)],
  );
  return result.rowCount;
}

/** Brings rows to the pack's new content; each carries in `kept_digest` the digest it must still have. @returns how many changed */
export async function updateUntouched(trx: Queryable, table: ConfigurationTable, rows: ConfigurationRow[]): Promise<number> {
  const values = Object.keys(table.columns).filter((name) => !table.key.includes(name));
  const result: { rowCount: number } = await trx.raw(
    `update ${table.name} t set ${[...values, 'pack_digest'].map((name) => `${name} = x.${name}`).join(', ')}, updated_at = now()
       from ${recordset(table)}
      where ${table.key.map((name) => `t.${name} = x.${name}`).join(' and ')} and t.pack_digest = x.kept_digest`,
    [JSON.stringify(rows)],
  );
  return result.rowCount;
}
