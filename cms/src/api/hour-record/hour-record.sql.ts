import type { RecordSource, ReviewStatus, Scalar, Subject } from '@xueshi/core';
import { type Queryable, query } from '../../query';

/** What a declaration says of the learning itself, as stored. Hours carry at most one decimal; days are `YYYY-MM-DD`. */
export interface DeclaredRecord {
  form: string;
  year: number;
  subject: Subject;
  title: string;
  startsOn: string;
  endsOn: string;
  assessment: string;
  certificateNumber: string | null;
  values: Record<string, Scalar>;
  explanation: string[];
  declaredHours: number;
  computedHours: number;
  generalHours: number;
  specialtyHours: number;
}

export interface NewRecord extends DeclaredRecord {
  professionalId: number;
  organizationId: number;
  source: RecordSource;
  membershipId: number;
  at: Date;
}

/** Inserts a declaration that waits for its first office. @returns its id */
export async function insertRecord(trx: Queryable, record: NewRecord): Promise<number> {
  const [row] = await query<{ id: number }>(
    trx,
    `insert into hour_records (professional_id, organization_id, year, source, form, subject, title, starts_on, ends_on, assessment, certificate_number,
       "values", explanation, declared_hours, computed_hours, general_hours, specialty_hours, status, submitted_at, created_by_membership_id, extra)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, 'pending', ?, ?, '{}') returning id`,
    [
      record.professionalId,
      record.organizationId,
      record.year,
      record.source,
      record.form,
      record.subject,
      record.title,
      record.startsOn,
      record.endsOn,
      record.assessment,
      record.certificateNumber,
      JSON.stringify(record.values),
      JSON.stringify(record.explanation),
      record.declaredHours,
      record.computedHours,
      record.generalHours,
      record.specialtyHours,
      record.at,
      record.membershipId,
    ],
  );
  if (!row) throw new Error('insert into hour_records returned nothing');
  return row.id;
}

/** Writes a corrected declaration over the returned one; the next round starts without a confirmed figure. */
export async function updateRecord(trx: Queryable, id: number, record: DeclaredRecord, at: Date): Promise<void> {
  await query(
    trx,
    `update hour_records set subject = ?, title = ?, starts_on = ?, ends_on = ?, assessment = ?, certificate_number = ?, "values" = ?::jsonb,
       explanation = ?::jsonb, declared_hours = ?, computed_hours = ?, confirmed_hours = null, general_hours = ?, specialty_hours = ?,
       status = 'pending', submitted_at = ?, updated_at = ? where id = ?`,
    [
      record.subject,
      record.title,
      record.startsOn,
      record.endsOn,
      record.assessment,
      record.certificateNumber,
      JSON.stringify(record.values),
      JSON.stringify(record.explanation),
      record.declaredHours,
      record.computedHours,
      record.generalHours,
      record.specialtyHours,
      at,
      at,
      id,
    ],
  );
}

export interface OwnRecord {
  id: number;
  form: string;
  year: number;
  status: ReviewStatus;
}

/** One record of a professional by the lock of its review, as decisions take it; nothing for a record of somebody else. */
export async function lockOwnRecord(trx: Queryable, id: number, professionalId: number): Promise<OwnRecord | undefined> {
  const rows = await query<OwnRecord>(
    trx,
    `select r.id, r.form, r.year, rv.status from hour_records r join reviews rv on rv.subject = 'hour-record' and rv.subject_id = r.id and rv.current
      where r.id = ? and r.professional_id = ? for update of rv`,
    [id, professionalId],
  );
  return rows[0];
}

/** Writes the end, or the return, of the review of many records. What is approved carries a confirmed figure from then on. */
export async function updateStatus(trx: Queryable, ids: readonly number[], status: ReviewStatus, at: Date): Promise<void> {
  await query(
    trx,
    `update hour_records set status = ?, decided_at = case when ? = 'returned' then null else ?::timestamptz end, updated_at = ?,
       confirmed_hours = case when ? = 'approved' then coalesce(confirmed_hours, computed_hours) else confirmed_hours end
     where id = any (?::int[])`,
    [status, status, at, at, status, ids],
  );
}

/** What a record says, as the history keeps it before and after a change. Keys are those of the wire; values of the form's own fields stand under `values.`. */
export interface SnapshotRow {
  id: number;
  form: string;
  year: number;
  subject: string;
  title: string;
  startsOn: string;
  endsOn: string;
  assessment: string;
  certificateNumber: string | null;
  values: Record<string, Scalar>;
  declaredHours: number;
  computedHours: number;
  confirmedHours: number | null;
  attachments: string[];
}

export function selectSnapshots(trx: Queryable, ids: readonly number[]): Promise<SnapshotRow[]> {
  return query<SnapshotRow>(
    trx,
    `select r.id, r.form, r.year, r.subject, r.title, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn", r.assessment,
       r.certificate_number as "certificateNumber", r."values"::json as "values", r.declared_hours::float8 as "declaredHours",
       r.computed_hours::float8 as "computedHours", r.confirmed_hours::float8 as "confirmedHours",
       (select coalesce(json_agg(a.name order by a.id), '[]'::json) from attachments a where a.hour_record_id = r.id and a.replaced_at is null) as attachments
     from hour_records r where r.id = any (?::int[])`,
    [ids],
  );
}

/** Files approved records of these forms with the province (decision 17); what is revoked is taken off the file. */
export async function updateFiled(trx: Queryable, ids: readonly number[], forms: readonly string[], at: Date | null): Promise<void> {
  await query(trx, 'update hour_records set filed_at = ?::timestamptz where id = any (?::int[]) and form = any (?::text[])', [at, ids, forms]);
}
