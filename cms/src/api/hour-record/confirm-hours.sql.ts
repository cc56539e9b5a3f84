import type { Subject } from '@xueshi/core';
import { type Queryable, query } from '../../query';

export interface ToConfirm {
  professionalId: number;
  /** The office the frozen route names for 核定; null when the form has none. */
  confirmingOrganizationId: number | null;
  form: string;
  year: number;
  subject: Subject;
  computedHours: number;
  confirmedHours: number | null;
  /** In force: confirmed, else computed. */
  hours: number;
}

/** The office the route of the review `rv` names for 核定学时, or null. */
export const confirmingOrganization = "(select (s ->> 'organizationId')::int from jsonb_array_elements(rv.route) s where s -> 'confirms' = 'true' limit 1)";

/** One record before its figure is confirmed, locked. */
export async function lockConfirmation(trx: Queryable, id: number): Promise<ToConfirm | undefined> {
  const rows = await query<ToConfirm>(
    trx,
    `select r.professional_id as "professionalId", ${confirmingOrganization} as "confirmingOrganizationId", r.form, r.year, r.subject,
       r.computed_hours::float8 as "computedHours", r.confirmed_hours::float8 as "confirmedHours",
       coalesce(r.confirmed_hours, r.computed_hours)::float8 as hours
     from hour_records r join reviews rv on rv.subject = 'hour-record' and rv.subject_id = r.id and rv.current where r.id = ? for update of r`,
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

/**
 * Back at the office that confirms, or at one before it, the figure is open again (decision 15); behind it the figure stands. Without such an
 * office a bureau has lowered it: open again as well. Only hours of one subject are ever confirmed.
 */
export async function resetConfirmed(trx: Queryable, ids: readonly number[]): Promise<void> {
  await query(
    trx,
    `update hour_records r set confirmed_hours = null, general_hours = case r.subject when 'general' then r.computed_hours else 0 end,
       specialty_hours = case r.subject when 'specialty' then r.computed_hours else 0 end, updated_at = now()
     from reviews rv
     where r.id = any (?::int[]) and r.confirmed_hours is not null and rv.subject = 'hour-record' and rv.subject_id = r.id and rv.current
       and not exists (select 1 from jsonb_array_elements(rv.route) with ordinality as s(step, number)
         where s.step -> 'confirms' = 'true' and s.number <= rv.step)`,
    [ids],
  );
}
