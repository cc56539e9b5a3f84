import type { ClientBase } from 'pg';

const chunk = 4000;

/**
 * Inserts rows set-based, some thousand a statement. `columns` maps a column to its type in SQL; the rows carry those names
 * (further properties are left out). jsonb values are given as they are.
 */
export async function insertRows<T extends object>(
  client: ClientBase,
  table: string,
  columns: Partial<Record<keyof T & string, string>>,
  rows: readonly T[],
): Promise<void> {
  const names = Object.keys(columns);
  const list = names.map((name) => `"${name}"`).join(', ');
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${String(type)}`);
  const statement = `insert into ${table} (${list}) select ${list} from json_to_recordset($1::json) as x(${types.join(', ')})`;
  for (let at = 0; at < rows.length; at += chunk) {
    const part = rows.slice(at, at + chunk).map((row) => Object.fromEntries(names.map((name) => [name, row[name as keyof T] ?? null])));
    await client.query(statement, [JSON.stringify(part)]);
  }
}

/** The id the next row of each table gets, so that rows may name each other before they are written. */
export async function nextIds<T extends string>(client: ClientBase, tables: readonly T[]): Promise<Record<T, number>> {
  const ids = {} as Record<T, number>;
  for (const table of tables) {
    const { rows } = await client.query<{ next: number }>(`select coalesce(max(id), 0)::int + 1 as next from ${table}`);
    ids[table] = rows[0]?.next ?? 1;
  }
  return ids;
}

/** Sets the sequences behind the ids that were given by hand. */
export async function advanceSequences(client: ClientBase, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), greatest((select coalesce(max(id), 1) from ${table}), 1))`);
  }
}
