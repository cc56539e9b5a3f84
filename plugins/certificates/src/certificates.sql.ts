import type { Core } from '@strapi/strapi';

/** The pool or a transaction, as Strapi gives them (`strapi.db.connection`, `trx`). */
export type Database = Pick<Core.Strapi['db']['connection'], 'raw'>;

export interface CertificateRow {
  id: number;
  number: string;
  status: 'valid' | 'revoked';
  snapshot: unknown;
  verification_code: string;
  issued_at: Date;
  revoked_at: Date | null;
  revoke_reason: string | null;
  edition: number;
}

export interface NewCertificate {
  subject: string;
  subjectId: number;
  holderAccountId: number;
  year: number;
  regionCode: string;
  snapshot: unknown;
  verificationCode: string;
}

async function rowsOf<T>(db: Database, sql: string, bindings: (string | number | Date | number[])[]): Promise<T[]> {
  const result = (await db.raw(sql, bindings as string[])) as { rows: T[] };
  return result.rows;
}

/**
 * Issues a certificate for every order whose subject has no valid one. Numbers run per year and region without gaps: the
 * counter's row stays locked until the transaction ends, counters always in the same order. The edition counts earlier ones.
 */
export function insertCertificates(db: Database, prefix: string, orders: readonly NewCertificate[], at: Date) {
  return rowsOf<{ subject_id: number; number: string; edition: number }>(
    db,
    `with asked as (
       select * from json_to_recordset(?::json)
         as x(subject text, "subjectId" int, "holderAccountId" int, year int, "regionCode" text, snapshot jsonb, "verificationCode" text)
     ), wanted as (
       select a.*, row_number() over number_range as place, count(*) over (partition by a.year, a."regionCode") as amount
       from asked a
       where not exists (select 1 from certificates c where c.subject = a.subject and c.subject_id = a."subjectId" and c.status = 'valid')
       window number_range as (partition by a.year, a."regionCode" order by a."subjectId")
     ), counters as (
       insert into certificate_sequences as s (year, region_code, last)
       select year, "regionCode", count(*) from wanted group by 1, 2 order by 1, 2
       on conflict (year, region_code) do update set last = s.last + excluded.last
       returning year, region_code, last
     ), numbered as (
       select w.*, (n.last - w.amount + w.place)::text as running
       from wanted w join counters n on n.year = w.year and n.region_code = w."regionCode"
     )
     insert into certificates (number, subject, subject_id, holder_account_id, year, status, snapshot, verification_code, issued_at, edition)
     select ? || '-' || year || '-' || "regionCode" || '-' || lpad(running, greatest(7, length(running)), '0'),
       subject, "subjectId", "holderAccountId", year, 'valid', snapshot, "verificationCode", ?,
       1 + coalesce((select max(c.edition) from certificates c where c.subject = numbered.subject and c.subject_id = "subjectId"), 0)
     from numbered
     returning subject_id, number, edition`,
    [JSON.stringify(orders), prefix, at],
  );
}

/** Revokes the valid certificates of these subjects. Returns their numbers. */
export function revokeCertificates(db: Database, subject: string, subjectIds: readonly number[], reason: string, at: Date) {
  return rowsOf<{ subject_id: number; number: string }>(
    db,
    `update certificates set status = 'revoked', revoked_at = ?, revoke_reason = ?, updated_at = ?
     where subject = ? and subject_id = any(?::int[]) and status = 'valid'
     returning subject_id, number`,
    [at, reason, at, subject, [...subjectIds]],
  );
}

/** The certificate of a number, or nothing. */
export async function selectCertificate(db: Database, number: string): Promise<CertificateRow | undefined> {
  const rows = await rowsOf<CertificateRow>(
    db,
    `select id, number, status, snapshot::json as snapshot, verification_code, issued_at, revoked_at, revoke_reason, edition from certificates where number = ?`,
    [number],
  );
  return rows[0];
}
