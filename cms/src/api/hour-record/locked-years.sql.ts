import { type Queryable, query } from '../../query';

/** Of these records, those of a person's year whose result is locked (decision 24). */
export function selectLockedYears(trx: Queryable, recordIds: readonly number[]): Promise<{ id: number; year: number }[]> {
  return query<{ id: number; year: number }>(
    trx,
    `select r.id, r.year from hour_records r join annual_results ar on ar.professional_id = r.professional_id and ar.year = r.year and ar.locked
      where r.id = any (?::int[])`,
    [recordIds],
  );
}
