import type { TitleBand } from '@xueshi/core';
import type { Sql } from '@xueshi/plugin-panel';
import { type Queryable, query } from '../../query';

/** One year of one person as its sums will be once records are credited or debited, with the judgement it carries so far. Hours are numbers. */
export interface ChangingYear {
  /** Null for a year seen for the first time. */
  id: number | null;
  professionalId: number;
  year: number;
  organizationId: number;
  region: string;
  generalHours: number;
  specialtyHours: number;
  titles: { levelCode: string; obtainedOn: string | null }[];
  passed: boolean;
  /** It holds a valid certificate. */
  certified: boolean;
  locked: boolean;
}

/**
 * Everything a judgement rests on for the years of these records, read once; the years there are already stay locked, taken by person and
 * year. `sign`: 1 adds the records' hours, -1 takes them off. What is added moves the unit with the person while the year runs; it stays as
 * it was afterwards (decision 9: the unit on 31 December) and when hours are taken off. A past year seen for the first time is that of the
 * unit its latest record was declared from.
 */
export function lockChangingYears(trx: Queryable, recordIds: readonly number[], sign: 1 | -1): Promise<ChangingYear[]> {
  return query<ChangingYear>(
    trx,
    `with changed as (
       select r.professional_id, r.year, ?::int * sum(r.general_hours) as general_hours, ?::int * sum(r.specialty_hours) as specialty_hours,
           (array_agg(r.organization_id order by r.submitted_at desc, r.id desc))[1] as organization_id
         from hour_records r where r.id = any (?::int[]) group by 1, 2
     ), known as materialized (
       select ar.* from annual_results ar join changed c on c.professional_id = ar.professional_id and c.year = ar.year
        order by ar.professional_id, ar.year for update of ar
     )
     select ar.id, p.id as "professionalId", c.year, u.organization_id as "organizationId", u.region,
       (coalesce(ar.general_hours, 0) + c.general_hours)::float8 as "generalHours",
       (coalesce(ar.specialty_hours, 0) + c.specialty_hours)::float8 as "specialtyHours",
       coalesce(ar.passed, false) as passed, coalesce(ar.locked, false) as locked,
       exists (select 1 from certificates v where v.subject = 'annual-result' and v.subject_id = ar.id and v.status = 'valid') as certified,
       (select coalesce(json_agg(json_build_object('levelCode', t.level_code, 'obtainedOn', t.obtained_on::text)), '[]'::json)
          from professional_titles t where t.professional_id = p.id) as titles
     from changed c
       join professionals p on p.id = c.professional_id
       join organizations o on o.id = case when c.year < date_part('year', current_date) then c.organization_id else p.organization_id end
       left join known ar on ar.professional_id = c.professional_id and ar.year = c.year
       cross join lateral (select ar.id is not null and (?::int < 0 or c.year < date_part('year', current_date)) as fixed) s
       cross join lateral (select case when s.fixed then ar.organization_id else o.id end as organization_id,
         case when s.fixed then ar.region_code else coalesce(o.extra ->> 'requirementRegion', o.region_code) end as region) u
     order by p.id, c.year`,
    [sign, sign, recordIds, sign],
  );
}

/** A judged year to write down. */
export interface JudgedYear {
  id: number | null;
  professionalId: number;
  year: number;
  organizationId: number;
  region: string;
  generalHours: number;
  specialtyHours: number;
  band: TitleBand;
  requiredGeneral: number | null;
  requiredSpecialty: number | null;
  passed: boolean;
  flags: string[];
}

const judgedColumns = 'organization_id, region_code, general_hours, specialty_hours, band, required_general, required_specialty, passed, flags';
const judgedTypes = '?::int[], ?::text[], ?::numeric[], ?::numeric[], ?::text[], ?::numeric[], ?::numeric[], ?::bool[], ?::jsonb[]';
const judgedValues = (years: readonly JudgedYear[]) => [
  years.map((year) => year.organizationId),
  years.map((year) => year.region),
  years.map((year) => year.generalHours),
  years.map((year) => year.specialtyHours),
  years.map((year) => year.band),
  years.map((year) => year.requiredGeneral),
  years.map((year) => year.requiredSpecialty),
  years.map((year) => year.passed),
  years.map((year) => JSON.stringify(year.flags)),
];

/**
 * Writes years seen for the first time, by person and year. A year that another transaction made meanwhile is left out.
 * @returns the ids of those written
 */
export function insertYears(trx: Queryable, years: readonly JudgedYear[], at: Date): Promise<{ id: number; passed: boolean }[]> {
  return query(
    trx,
    `insert into annual_results (professional_id, year, ${judgedColumns}, passed_at)
     select n.*, case when n.passed then ?::timestamptz end
       from unnest(?::int[], ?::int[], ${judgedTypes}) n(professional_id, year, ${judgedColumns}) order by professional_id, year
     on conflict (professional_id, year) do nothing returning id, passed`,
    [at, years.map((year) => year.professionalId), years.map((year) => year.year), ...judgedValues(years)],
  );
}

/** Writes years that are locked; `passed_at` is the moment a year began to be passed. */
export async function updateYears(trx: Queryable, years: readonly (JudgedYear & { id: number })[], at: Date): Promise<void> {
  await query(
    trx,
    `update annual_results ar set organization_id = n.organization_id, region_code = n.region_code, general_hours = n.general_hours,
       specialty_hours = n.specialty_hours, band = n.band, required_general = n.required_general, required_specialty = n.required_specialty,
       passed = n.passed, passed_at = case when not n.passed then null when ar.passed then ar.passed_at else ?::timestamptz end, flags = n.flags, updated_at = ?
     from unnest(?::int[], ${judgedTypes}) n(id, ${judgedColumns}) where ar.id = n.id`,
    [at, at, years.map((year) => year.id), ...judgedValues(years)],
  );
}

/**
 * What the certificates of these passed years state, as `certificates.issueFrom` takes it: built where the facts lie, since an approval may
 * issue thousands. Entries in the order of the learning, at most 200.
 * @param names names codes have today: title levels and learning forms
 */
export const selectCertificateFacts = (ids: readonly number[], names: { levels: Record<string, string>; forms: Record<string, string> }): Sql => ({
  sql: `select 'annual-result' as subject, ar.id as "subjectId", p.account_id as "holderAccountId", ar.year, ar.region_code as "regionCode",
      jsonb_build_object('name', p.name, 'maskedIdNumber', a.id_number_mask, 'organizationName', o.name, 'titleName', coalesce(t.name, ''),
        'titleLevel', coalesce(?::jsonb ->> t.level_code, '未取得职称'), 'year', ar.year, 'generalHours', ar.general_hours,
        'specialtyHours', ar.specialty_hours, 'requiredGeneral', ar.required_general, 'requiredSpecialty', ar.required_specialty, 'flags', ar.flags,
        'entries', (select coalesce(jsonb_agg(jsonb_build_object('formName', coalesce(?::jsonb ->> e.form, e.form), 'title', e.title,
            'startsOn', e.starts_on, 'endsOn', e.ends_on, 'hours', e.hours) order by e.starts_on, e.id), '[]')
          from (select r.id, r.form, r.title, r.starts_on, r.ends_on, r.general_hours + r.specialty_hours as hours from hour_records r
                 where r.professional_id = ar.professional_id and r.year = ar.year and r.status = 'approved' order by r.starts_on, r.id limit 200) e)) as snapshot
    from annual_results ar
      join professionals p on p.id = ar.professional_id
      join up_users a on a.id = p.account_id
      join organizations o on o.id = ar.organization_id
      left join professional_titles t on t.professional_id = p.id and t."primary"
    where ar.id = any (?::int[])`,
  bindings: [JSON.stringify(names.levels), JSON.stringify(names.forms), ids],
});
