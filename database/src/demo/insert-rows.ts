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

/**
 * Takes as many ids of each table as are asked for out of its sequence, so that rows may name each other before they are written.
 * @returns the first of each
 */
export async function reserveIds<T extends string>(client: ClientBase, amounts: Record<T, number>): Promise<Record<T, number>> {
  const first = {} as Record<T, number>;
  for (const [table, amount] of Object.entries<number>(amounts)) {
    const { rows } = await client.query<{ last: string }>(
      `select setval(s.name, nextval(s.name) + $2::int - 1) as last from (select pg_get_serial_sequence($1, 'id')::regclass as name) s`,
      [table, amount],
    );
    first[table as T] = Number(rows[0]?.last) - amount + 1;
  }
  return first;
}
