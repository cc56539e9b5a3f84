import { type Queryable, query } from '../../query';

/** One person's year as counted. Hours are numbers. */
export interface YearRow {
  generalHours: number;
  specialtyHours: number;
  requiredGeneral: number | null;
  requiredSpecialty: number | null;
  passed: boolean;
  flags: string[];
  certificateNumber: string | null;
  verificationCode: string | null;
}

export async function selectYear(db: Queryable, professionalId: number, year: number): Promise<YearRow | undefined> {
  const rows = await query<YearRow>(
    db,
    `select ar.general_hours::float8 as "generalHours", ar.specialty_hours::float8 as "specialtyHours", ar.required_general::float8 as "requiredGeneral",
       ar.required_specialty::float8 as "requiredSpecialty", ar.passed, ar.flags::json as flags, c.number as "certificateNumber", c.verification_code as "verificationCode"
     from annual_results ar left join certificates c on c.subject = 'annual-result' and c.subject_id = ar.id and c.status = 'valid'
     where ar.professional_id = ? and ar.year = ?`,
    [professionalId, year],
  );
  return rows[0];
}

/** Hours of a person's year by form: credited, and still on their way. */
export function selectHoursByForm(db: Queryable, professionalId: number, year: number): Promise<{ form: string; credited: number; pending: number }[]> {
  return query(
    db,
    `select form, coalesce(sum(general_hours + specialty_hours) filter (where status = 'approved'), 0)::float8 as credited,
       coalesce(sum(general_hours + specialty_hours) filter (where status in ('pending', 'returned')), 0)::float8 as pending
     from hour_records where professional_id = ? and year = ? and status in ('approved', 'pending', 'returned') group by form`,
    [professionalId, year],
  );
}
