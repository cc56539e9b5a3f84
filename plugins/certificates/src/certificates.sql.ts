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

/** A statement or a piece of one, with its `?` bindings in order. */
export interface Sql {
  sql: string;
  bindings: unknown[];
}

/** One certificate to insert, its snapshot complete but for the heading and the issuer. */
export interface NewCertificate {
  subject: string;
  subjectId: number;
  holderAccountId: number;
  year: number;
  regionCode: string;
  snapshot: unknown;
}

/** Given orders as the facts `insertCertificates` takes. */
export const factsOf = (orders: readonly NewCertificate[]): Sql => ({
  sql: `select * from json_to_recordset(?::json) as x(subject text, "subjectId" int, "holderAccountId" int, year int, "regionCode" text, snapshot jsonb)`,
  bindings: [JSON.stringify(orders)],
});

async function rowsOf<T>(db: Database, sql: string, bindings: readonly unknown[]): Promise<T[]> {
  const result = (await db.raw(sql, bindings as string[])) as { rows: T[] };
  return result.rows;
}

/** What every certificate of one issue carries. */
export interface Issue {
  prefix: string;
  heading: string;
  issuer: string;
  at: Date;
  /** The verification code of each subject. */
  codes: readonly { subject: string; subjectId: number; code: string }[];
}

/**
 * Issues a certificate for every row of `facts` (columns of NewCertificate) whose subject has no valid one. Numbers run per year and region
 * without gaps: the counter's row stays locked until the transaction ends, counters always in the same order. The edition counts earlier
 * ones; they are read in one go before anything is written.
 */
export function insertCertificates(db: Database, facts: Sql, { prefix, heading, issuer, at, codes }: Issue) {
  const subjects = codes.map((one) => one.subject);
  const ids = codes.map((one) => one.subjectId);
  return rowsOf<{ subject_id: number; number: string; edition: number }>(
    db,
    `with asked as (${facts.sql}),
     earlier as materialized (
       select c.subject, c.subject_id, max(c.edition) as edition, bool_or(c.status = 'valid') as valid from certificates c
        where c.subject = any (?::text[]) and c.subject_id = any (?::int[]) group by 1, 2
     ), wanted as materialized (
       select a.*, k.code, coalesce(e.edition, 0) + 1 as edition, row_number() over number_range as place,
         count(*) over (partition by a.year, a."regionCode") as amount
       from asked a
         join unnest(?::text[], ?::int[], ?::text[]) k(subject, subject_id, code) on k.subject = a.subject and k.subject_id = a."subjectId"
         left join earlier e on e.subject = a.subject and e.subject_id = a."subjectId"
       where e.valid is not true
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
       subject, "subjectId", "holderAccountId", year, 'valid', snapshot || jsonb_build_object('heading', ?::text, 'issuer', ?::text), code, ?::timestamptz, edition
     from numbered
     returning subject_id, number, edition`,
    [...facts.bindings, [...new Set(subjects)], ids, subjects, ids, codes.map((one) => one.code), prefix, heading, issuer, at],
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
