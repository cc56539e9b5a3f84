import type { Queryable } from '../../query';
import { selectSnapshots } from './hour-record.sql';

/** The contents of records by id, as the history keeps them: flat, the form's own values under `values.<name>`, so that two of them compare key by key (X21). */
export async function readSnapshots(trx: Queryable, ids: readonly number[]): Promise<Map<number, Record<string, unknown>>> {
  const rows = await selectSnapshots(trx, ids);
  return new Map(
    rows.map(({ id, values, ...plain }) => [id, { ...plain, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`values.${name}`, value])) }]),
  );
}
