import type { Subject } from '@xueshi/core';
import { type Queryable, query } from '../../query';

export interface ToConfirm {
  professionalId: number;
  /** The person's own unit. */
  organizationId: number;
  form: string;
  year: number;
  subject: Subject;
  confirmedHours: number | null;
  /** In force: confirmed, else computed. */
  hours: number;
}

/** One record before its figure is confirmed, locked. */
export async function lockConfirmation(trx: Queryable, id: number): Promise<ToConfirm | undefined> {
  const rows = await query<ToConfirm>(
    trx,
    `select professional_id as "professionalId", organization_id as "organizationId", form, year, subject, confirmed_hours::float8 as "confirmedHours",
       coalesce(confirmed_hours, computed_hours)::float8 as hours from hour_records where id = ? for update`,
    [id],
  );
  return rows[0];
}

/** Writes the confirmed figure and the split by subject that follows from it. */
export async function updateConfirmed(trx: Queryable, id: number, hours: number): Promise<void> {
  await query(
    trx,
    `update hour_records set confirmed_hours = ?, general_hours = case subject when 'general' then ?::numeric else 0 end,
       specialty_hours = case subject when 'specialty' then ?::numeric else 0 end, updated_at = now() where id = ?`,
    [hours, hours, hours, id],
  );
}
