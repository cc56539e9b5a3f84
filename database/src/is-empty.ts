import type { ClientBase } from 'pg';

/** Whether nobody has worked with this database yet: it has the schema and the pack, and no organization. */
export async function isEmpty(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query('select from organizations limit 1');
  return rowCount === 0;
}
