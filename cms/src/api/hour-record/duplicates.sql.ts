import type { Learned } from '@xueshi/core';
import type { Sql } from '@xueshi/plugin-panel';
import { type Queryable, query } from '../../query';

/** What two declarations are compared by. */
export interface Compared extends Learned {
  professionalId: number;
  form: string;
  /** The record itself when it is corrected; else 0. */
  exceptId: number;
}

const live = `r.status in ('pending', 'returned', 'approved')`;

/** Everything a person has declared by one form and not lost, in any year; days are `YYYY-MM-DD`. */
export function selectLearned(
  trx: Queryable,
  at: Pick<Compared, 'professionalId' | 'form' | 'exceptId'>,
): Promise<(Learned & { id: number; status: string })[]> {
  return query(
    trx,
    `select r.id, r.status, r.year, r.title, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn" from hour_records r
      where r.professional_id = ? and ${live} and r.form = ? and r.id <> ? order by r.id`,
    [at.professionalId, at.form, at.exceptId],
  );
}

/** A declaration by the same form, overlapping in time, that already serves another year (decision 14). */
export async function selectOtherYear(trx: Queryable, at: Compared): Promise<{ id: number; year: number } | undefined> {
  const rows = await query<{ id: number; year: number }>(
    trx,
    `select r.id, r.year from hour_records r
      where r.professional_id = ? and r.year <> ? and ${live} and r.form = ? and r.starts_on <= ? and r.ends_on >= ? and r.id <> ? order by r.year limit 1`,
    [at.professionalId, at.year, at.form, at.endsOn, at.startsOn, at.exceptId],
  );
  return rows[0];
}

/** Hours of one form a person has declared for a year and not lost: what a yearly cap is measured by. */
export async function selectFormHours(trx: Queryable, at: Pick<Compared, 'professionalId' | 'form' | 'year' | 'exceptId'>): Promise<number> {
  const [row] = await query<{ hours: number }>(
    trx,
    `select coalesce(sum(coalesce(r.confirmed_hours, r.computed_hours)), 0)::float8 as hours from hour_records r
      where r.professional_id = ? and r.year = ? and ${live} and r.form = ? and r.id <> ?`,
    [at.professionalId, at.year, at.form, at.exceptId],
  );
  return row?.hours ?? 0;
}

/**
 * Other live declarations that may be the same learning, for the reviewer to compare (X19): `id, year, form, title, status, because`;
 * the same certificate number or the same file of anybody, overlapping dates by the same form of the same person. Personal data of others is not given.
 */
export const selectSuspects = (id: number): Sql => ({
  sql: `with one as (select * from hour_records where id = ?),
    found as (
      select r.id, 'certificate' as because from hour_records r join one on r.certificate_number = one.certificate_number and r.id <> one.id
      union all
      select distinct b.hour_record_id, 'file' from attachments a join attachments b on b.sha256 = a.sha256 and b.hour_record_id <> a.hour_record_id
       where a.hour_record_id = ? and a.replaced_at is null and b.replaced_at is null
      union all
      select r.id, 'dates' from hour_records r join one on r.professional_id = one.professional_id and r.form = one.form and r.id <> one.id
         and r.starts_on <= one.ends_on and r.ends_on >= one.starts_on
    )
    select r.id, r.year, r.form, case when r.professional_id = one.professional_id then r.title end as title, r.status,
      r.professional_id = one.professional_id as "samePerson", json_agg(distinct f.because) as because
    from found f join hour_records r on r.id = f.id cross join one
    where ${live} group by r.id, one.professional_id order by r.id desc limit 20`,
  bindings: [id, id],
});
