import type { TitleBand } from '@xueshi/core';
import { type Queryable, query } from '../../query';

/** One year of one person after its sums were changed, with the judgement it still carries. Hours are numbers. */
export interface CreditedYear {
  id: number;
  professionalId: number;
  year: number;
  region: string;
  generalHours: number;
  specialtyHours: number;
  band: TitleBand | null;
  requiredGeneral: number | null;
  requiredSpecialty: number | null;
  passed: boolean;
  flags: string[];
  locked: boolean;
}

const returned = `ar.id, ar.professional_id as "professionalId", ar.year, ar.region_code as region, ar.general_hours::float8 as "generalHours",
  ar.specialty_hours::float8 as "specialtyHours", ar.band, ar.required_general::float8 as "requiredGeneral",
  ar.required_specialty::float8 as "requiredSpecialty", ar.passed, ar.flags::json as flags, ar.locked`;

/** Hours of the given records by person and year, with the unit of today. In one order, so that two transactions never wait for each other crosswise. */
const sums = `select r.professional_id, r.year, p.organization_id, coalesce(o.extra ->> 'requirementRegion', o.region_code) as region_code,
    sum(r.general_hours) as general_hours, sum(r.specialty_hours) as specialty_hours
  from hour_records r join professionals p on p.id = r.professional_id join organizations o on o.id = p.organization_id
  where r.id = any (?::int[]) group by 1, 2, 3, 4 order by 1, 2`;

/**
 * Adds the hours of records to their years; a year seen for the first time is made. The unit follows the person while the year runs and
 * stays as it was afterwards (decision 9: the unit on 31 December).
 */
export function addHours(trx: Queryable, recordIds: readonly number[], at: Date): Promise<CreditedYear[]> {
  return query<CreditedYear>(
    trx,
    `insert into annual_results as ar (professional_id, year, organization_id, region_code, general_hours, specialty_hours)
     ${sums}
     on conflict (professional_id, year) do update set
       general_hours = ar.general_hours + excluded.general_hours,
       specialty_hours = ar.specialty_hours + excluded.specialty_hours,
       organization_id = case when ar.year >= date_part('year', current_date) then excluded.organization_id else ar.organization_id end,
       region_code = case when ar.year >= date_part('year', current_date) then excluded.region_code else ar.region_code end,
       updated_at = ?
     returning ${returned}`,
    [recordIds, at],
  );
}

/** Locks the years of records, in the order in which `addHours` takes them. */
export async function lockYears(trx: Queryable, recordIds: readonly number[]): Promise<void> {
  await query(
    trx,
    `select ar.id from annual_results ar
      where (ar.professional_id, ar.year) in (select r.professional_id, r.year from hour_records r where r.id = any (?::int[]))
      order by ar.professional_id, ar.year for update`,
    [recordIds],
  );
}

/** Takes the hours of records off their years again; `lockYears` comes before. */
export function subtractHours(trx: Queryable, recordIds: readonly number[], at: Date): Promise<CreditedYear[]> {
  return query<CreditedYear>(
    trx,
    `update annual_results ar set general_hours = ar.general_hours - s.general_hours, specialty_hours = ar.specialty_hours - s.specialty_hours, updated_at = ?
       from (${sums}) s where ar.professional_id = s.professional_id and ar.year = s.year returning ${returned}`,
    [at, recordIds],
  );
}

export interface TitleRow {
  professionalId: number;
  levelCode: string;
  obtainedOn: string | null;
}

export function selectTitlesOf(trx: Queryable, professionalIds: readonly number[]): Promise<TitleRow[]> {
  return query<TitleRow>(
    trx,
    `select professional_id as "professionalId", level_code as "levelCode", obtained_on::text as "obtainedOn"
       from professional_titles where professional_id = any (?::int[])`,
    [professionalIds],
  );
}

/** A judgement to write down. */
export interface JudgedYear {
  id: number;
  band: TitleBand;
  requiredGeneral: number | null;
  requiredSpecialty: number | null;
  passed: boolean;
  flags: string[];
}

/** Writes judgements; `passed_at` is the moment a year began to be passed. */
export async function updateJudgements(trx: Queryable, judged: readonly JudgedYear[], at: Date): Promise<void> {
  await query(
    trx,
    `update annual_results ar set band = j.band, required_general = j."requiredGeneral", required_specialty = j."requiredSpecialty", passed = j.passed,
       passed_at = case when not j.passed then null when ar.passed then ar.passed_at else ?::timestamptz end, flags = j.flags, updated_at = ?
     from json_to_recordset(?::json)
       as j(id int, band text, "requiredGeneral" numeric, "requiredSpecialty" numeric, passed boolean, flags jsonb)
     where ar.id = j.id`,
    [at, at, JSON.stringify(judged)],
  );
}

/** What a certificate of a passed year states; entries in the order of the learning, at most 200. */
export interface CertificateFacts {
  id: number;
  accountId: number;
  year: number;
  region: string;
  name: string;
  maskedIdNumber: string;
  organizationName: string;
  titleName: string | null;
  levelCode: string | null;
  generalHours: number;
  specialtyHours: number;
  requiredGeneral: number;
  requiredSpecialty: number;
  flags: string[];
  entries: { form: string; title: string; startsOn: string; endsOn: string; hours: number }[];
}

export function selectCertificateFacts(trx: Queryable, ids: readonly number[]): Promise<CertificateFacts[]> {
  return query<CertificateFacts>(
    trx,
    `select ar.id, p.account_id as "accountId", ar.year, ar.region_code as region, p.name, a.id_number_mask as "maskedIdNumber", o.name as "organizationName",
       t.name as "titleName", t.level_code as "levelCode", ar.general_hours::float8 as "generalHours", ar.specialty_hours::float8 as "specialtyHours",
       ar.required_general::float8 as "requiredGeneral", ar.required_specialty::float8 as "requiredSpecialty", ar.flags::json as flags,
       (select coalesce(json_agg(e), '[]'::json) from (
          select r.form, r.title, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn", (r.general_hours + r.specialty_hours)::float8 as hours
            from hour_records r where r.professional_id = ar.professional_id and r.year = ar.year and r.status = 'approved'
           order by r.starts_on, r.id limit 200) e) as entries
     from annual_results ar
       join professionals p on p.id = ar.professional_id
       join up_users a on a.id = p.account_id
       join organizations o on o.id = ar.organization_id
       left join professional_titles t on t.professional_id = p.id and t."primary"
     where ar.id = any (?::int[]) order by ar.id`,
    [ids],
  );
}
