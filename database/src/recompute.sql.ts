import type { TitleBand } from '@xueshi/core';
import type { ClientBase } from 'pg';

/** A year of one person: what the approved records add up to, and what is stored. `id` null: there is no result yet. Hours are numbers. */
export interface CountedYear {
  id: number | null;
  professionalId: number;
  year: number;
  /** By which the year is judged: kept for a past year, or that of the unit its latest record came from; the unit of today otherwise (decision 9). */
  region: string;
  organizationId: number;
  generalHours: number;
  specialtyHours: number;
  stored: {
    generalHours: number;
    specialtyHours: number;
    band: TitleBand | null;
    requiredGeneral: number | null;
    requiredSpecialty: number | null;
    passed: boolean;
    flags: string[];
    /** Final: never written over (decision 24). */
    locked: boolean;
    /** A valid certificate stands for it. */
    certified: boolean;
  } | null;
}

/** Professionals by id, `from` inclusive, `to` exclusive. */
export interface IdRange {
  from: number;
  to: number;
}

export async function selectLastProfessional(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ last: number }>('select coalesce(max(id), 0) as last from professionals');
  return rows[0]?.last ?? 0;
}

/** Locks the results of a range, so that approvals wait and their increments come after what is written here. */
export async function lockResults(client: ClientBase, { from, to }: IdRange): Promise<void> {
  await client.query('select 1 from annual_results where professional_id >= $1 and professional_id < $2 order by professional_id, year for update', [from, to]);
}

export async function selectCountedYears(client: ClientBase, { from, to }: IdRange): Promise<CountedYear[]> {
  const { rows } = await client.query<CountedYear>(
    `with counted as (
       select professional_id, year, sum(general_hours) as general_hours, sum(specialty_hours) as specialty_hours,
           (array_agg(organization_id order by submitted_at desc, id desc))[1] as organization_id
         from hour_records where status = 'approved' and professional_id >= $1 and professional_id < $2 group by 1, 2
     ), stored as (
       select * from annual_results where professional_id >= $1 and professional_id < $2
     )
     select ar.id, p.id as "professionalId", coalesce(ar.year, c.year) as year,
       case when past.kept then ar.region_code else coalesce(o.extra ->> 'requirementRegion', o.region_code) end as region,
       case when past.kept then ar.organization_id else o.id end as "organizationId",
       coalesce(c.general_hours, 0)::float8 as "generalHours", coalesce(c.specialty_hours, 0)::float8 as "specialtyHours",
       case when ar.id is not null then json_build_object('generalHours', ar.general_hours::float8, 'specialtyHours', ar.specialty_hours::float8, 'band', ar.band,
         'requiredGeneral', ar.required_general::float8, 'requiredSpecialty', ar.required_specialty::float8, 'passed', ar.passed, 'flags', ar.flags,
         'locked', ar.locked, 'certified', exists (select 1 from certificates v
           where v.subject = 'annual-result' and v.subject_id = ar.id and v.status = 'valid')) end as stored
     from counted c full join stored ar on ar.professional_id = c.professional_id and ar.year = c.year
       join professionals p on p.id = coalesce(ar.professional_id, c.professional_id)
       cross join lateral (select coalesce(ar.year, c.year) < date_part('year', now() at time zone 'Asia/Shanghai') as over) y
       cross join lateral (select ar.id is not null and y.over as kept) past
       join organizations o on o.id = case when y.over and c.organization_id is not null then c.organization_id else p.organization_id end
     order by 2, 3`,
    [from, to],
  );
  return rows;
}

export async function selectTitles(client: ClientBase, { from, to }: IdRange) {
  const { rows } = await client.query<{ professionalId: number; levelCode: string; obtainedOn: string | null }>(
    `select professional_id as "professionalId", level_code as "levelCode", obtained_on::text as "obtainedOn"
       from professional_titles where professional_id >= $1 and professional_id < $2`,
    [from, to],
  );
  return rows;
}

/** The configuration a year is judged by, unparsed: definitions of the requirements in force and the bands of the title levels. */
export async function selectJudgingPolicy(client: ClientBase): Promise<{ requirements: unknown; titleBands: unknown }> {
  const { rows } = await client.query<{ requirements: unknown; titleBands: unknown }>(
    `select (select coalesce(json_agg(definition || jsonb_build_object('code', code, 'name', name, 'enabled', enabled)), '[]') from requirements) as requirements,
       (select value from settings where code = 'titleBands') as "titleBands"`,
  );
  return rows[0] ?? { requirements: null, titleBands: null };
}

export interface RecomputedYear extends Omit<CountedYear, 'stored'> {
  band: TitleBand;
  requiredGeneral: number | null;
  requiredSpecialty: number | null;
  passed: boolean;
  flags: string[];
}

const recomputed = `json_to_recordset($1::json) as y(id int, "professionalId" int, year int, "organizationId" int, region text, "generalHours" numeric,
  "specialtyHours" numeric, band text, "requiredGeneral" numeric, "requiredSpecialty" numeric, passed boolean, flags jsonb)`;

/** Writes recomputed years over the results they were compared with; these rows are locked, and none of them is a final result. */
export async function updateResults(client: ClientBase, years: readonly RecomputedYear[]): Promise<void> {
  await client.query(
    `update annual_results ar set organization_id = y."organizationId", region_code = y.region, general_hours = y."generalHours",
       specialty_hours = y."specialtyHours", band = y.band, required_general = y."requiredGeneral", required_specialty = y."requiredSpecialty",
       passed = y.passed, passed_at = case when not y.passed then null when ar.passed then ar.passed_at else now() end, flags = y.flags, updated_at = now()
     from ${recomputed} where ar.id = y.id and not ar.locked`,
    [JSON.stringify(years)],
  );
}

/** Makes the results that were missing; one that an approval has made meanwhile is left as the approval counted it. */
export async function insertResults(client: ClientBase, years: readonly RecomputedYear[]): Promise<void> {
  await client.query(
    `insert into annual_results (professional_id, year, organization_id, region_code, general_hours, specialty_hours, band, required_general,
       required_specialty, passed, passed_at, flags)
     select y."professionalId", y.year, y."organizationId", y.region, y."generalHours", y."specialtyHours", y.band, y."requiredGeneral",
       y."requiredSpecialty", y.passed, case when y.passed then now() end, y.flags
     from ${recomputed} where y.id is null order by 1, 2
     on conflict (professional_id, year) do nothing`,
    [JSON.stringify(years)],
  );
}
