import { evaluateForm, findForm, type Pack, resolveRequirement, titleBands } from '@xueshi/core';
import type { ClientBase } from 'pg';
import { insertRows } from '../demo/insert-rows';
import { type Learning, learningScenarios } from '../demo/learning-scenarios';
import type { Random } from '../demo/random';
import type { ScaleEmployer } from './build-branches';
import type { Report } from './bulk-load';

const batch = 1_000_000;
const samples = 400;

export interface WorkOptions {
  people: number;
  records: number;
  /** YYYY-MM-DD. */
  today: string;
  first: { professionals: number; hour_records: number; reviews: number };
  /** Membership of professional p (0-based) is this + p. */
  membershipsOfPeople: number;
}

/** Temporary tables the set-based statements draw from: kinds of learning, routes, requirements. */
export async function insertSamples(client: ClientBase, pack: Pack, random: Random, employers: readonly ScaleEmployer[], year: number): Promise<void> {
  const forms = new Map(pack.learningForms.map((form) => [form.code, form]));
  const learned = Array.from({ length: samples }, (_, slot) => {
    const learning: Learning = random.chance(0.38) ? learningScenarios.general(random, 30) : learningScenarios.specialty(random, 'engineering');
    const quote = evaluateForm(findForm(forms, learning.form, year), { ...learning, year, requirement: { generalHours: 30, specialtyHours: 60 } });
    return { slot, ...learning, ...quote, subject: quote.subject, values: quote.values };
  });
  await client.query(`create temp table scale_learnings (slot int primary key, form text, subject text, title text, days int, "values" jsonb, explanation jsonb,
    hours numeric, "generalHours" numeric, "specialtyHours" numeric) on commit drop`);
  await insertRows(
    client,
    'scale_learnings',
    {
      slot: 'int',
      form: 'text',
      subject: 'text',
      title: 'text',
      days: 'int',
      values: 'jsonb',
      explanation: 'jsonb',
      hours: 'numeric',
      generalHours: 'numeric',
      specialtyHours: 'numeric',
    },
    learned,
  );
  await client.query('create temp table scale_routes (organization_id int primary key, route jsonb not null, steps int not null) on commit drop');
  await insertRows(
    client,
    'scale_routes',
    { organization_id: 'int', route: 'jsonb', steps: 'int' },
    employers.map(({ office, route }) => ({ organization_id: office.id, route, steps: route.length })),
  );
  const requirements = pack.regions.flatMap((region) =>
    titleBands.flatMap((band) =>
      Array.from({ length: year - 2012 }, (_, i) => ({
        region: region.code,
        band,
        year: 2013 + i,
        ...resolveRequirement(pack.requirements, { year: 2013 + i, band, region: region.code }),
      })),
    ),
  );
  await client.query(
    'create temp table scale_requirements (region text, band text, year int, "generalHours" numeric, "specialtyHours" numeric, primary key (region, band, year)) on commit drop',
  );
  await insertRows(
    client,
    'scale_requirements',
    { region: 'text', band: 'text', year: 'int', generalHours: 'numeric', specialtyHours: 'numeric' },
    requirements,
  );
  await client.query('analyze scale_learnings, scale_routes, scale_requirements');
}

/**
 * The declarations: more of late years, some people far more active than others; about 2 % wait (6 % of this year's, 0.4 % of earlier ones), 92 % are approved.
 */
export async function insertRecords(client: ClientBase, options: WorkOptions, report: Report): Promise<void> {
  const { people, records, today, first, membershipsOfPeople } = options;
  const year = Number(today.slice(0, 4));
  for (let at = 0; at < records; at += batch) {
    await client.query(
      `insert into hour_records (id, professional_id, organization_id, year, source, form, subject, title, starts_on, ends_on, assessment, certificate_number, "values",
         explanation, declared_hours, computed_hours, confirmed_hours, general_hours, specialty_hours, status, submitted_at, decided_at, created_by_membership_id)
       select $1::int + d.n, d.professional_id, p.organization_id, d.year, 'self', l.form, l.subject, l.title, d.ended - least(l.days, 20), d.ended, 'qualified', 'YC' || ($1::int + d.n),
         l."values", l.explanation, l.hours, l.hours, case d.status when 'approved' then l.hours end, l."generalHours", l."specialtyHours", d.status, d.submitted,
         case when d.status in ('pending', 'returned') then null else least(d.submitted + interval '6 days', $4::date - interval '1 hour') end,
         $7::int + d.professional_id - $2::int
       from (
         select n, professional_id, slot, year, status, ended,
           case when status = 'pending' and year = $5 then $4::timestamptz - interval '1 minute' - r5 * r5 * interval '40 days'
                else least(ended + interval '9 hours' + r5 * interval '8 days', $4::date - interval '2 hours') end as submitted, r5
         from (
           select n, $2::int + floor($3::int * power(r1, 1.3))::int as professional_id, floor(r2 * ${samples})::int as slot, year, r5,
             case when r4 < (case when year = $5 then 0.06 else 0.004 end) then 'pending'
                  when r4 < 0.065 then 'returned' when r4 < 0.07 then 'revoked' when r4 < 0.09 then 'withdrawn' when r4 < 0.12 then 'rejected' else 'approved' end as status,
             make_date(year, 2, 1) + floor(r6 * (case when year = $5 then greatest(1, $4::date - make_date(year, 2, 1) - 20) else 320 end))::int as ended
           from (
             select n, $5::int - least(floor(power(r3, 2.2) * 14)::int, $5::int - 2013) as year, r1, r2, r4, r5, r6
             from (select n, random() r1, random() r2, random() r3, random() r4, random() r5, random() r6 from generate_series($6::int, $8::int) n) chance
           ) dated
         ) fated
       ) d join scale_learnings l on l.slot = d.slot join professionals p on p.id = d.professional_id`,
      [first.hour_records, first.professionals, people, today, year, at, membershipsOfPeople, Math.min(records, at + batch) - 1],
    );
    report(`${Math.min(records, at + batch)} hour records`);
  }
}

/** Reviews of this year's declarations and of every one that waits, with the history of what waits. What lies back further has none here. */
export async function insertReviews(client: ClientBase, options: WorkOptions, report: Report): Promise<void> {
  const { today, first } = options;
  const year = Number(today.slice(0, 4));
  report('reviews');
  await client.query(
    `insert into reviews (id, subject, subject_id, round, current, status, lane, year, route, step, organization_id, applicant_account_id, applicant_organization_id, owner_account_id,
       submitted_at, step_since, step_due, closed_at, last_organization_id, version, updated_at, subject_organization_id)
     select $1::int + row_number() over () - 1, 'hour-record', h.id, 1, true, h.status, 'standard', h.year, s.route, h.step, (s.route -> h.step ->> 'organizationId')::int,
       p.account_id, h.organization_id, p.account_id, h.submitted_at, case when h.step is not null then h.submitted_at end,
       case when h.step is not null then h.submitted_at + (s.route -> h.step ->> 'dueDays')::int * interval '1 day' end,
       case when h.step is null then coalesce(h.decided_at, h.submitted_at) end,
       case when h.status in ('approved', 'revoked') then (s.route -> -1 ->> 'organizationId')::int when h.step > 0 then (s.route -> (h.step - 1) ->> 'organizationId')::int end,
       case when h.status in ('approved', 'revoked') then s.steps else coalesce(h.step, 1) end,
       coalesce(h.decided_at, h.submitted_at), h.organization_id
     from (select r.*, case when r.status = 'pending' then floor(power(random(), 1.2) * q.steps)::int end as step
           from hour_records r join scale_routes q on q.organization_id = r.organization_id
           where r.id >= $2 and (r.year = $3 or r.status in ('pending', 'returned'))) h
       join scale_routes s on s.organization_id = h.organization_id join professionals p on p.id = h.professional_id`,
    [first.reviews, first.hour_records, year],
  );
  report('history');
  await client.query(
    `insert into review_decisions (review_id, subject, subject_id, round, step, decision, organization_id, organization_name, account_id, membership_id, actor_name, before, after, created_at)
     select r.id, 'hour-record', r.subject_id, 1, case when s.n >= 0 then s.n end, case when s.n < 0 then 'submit' else 'approve' end,
       coalesce((r.route -> s.n ->> 'organizationId')::int, r.applicant_organization_id), coalesce(r.route -> s.n ->> 'organizationName', ''),
       case when s.n < 0 then r.owner_account_id else m.account_id end, case when s.n < 0 then null else m.id end, a.name,
       case when s.n < 0 then null else jsonb_build_object('status', 'pending', 'step', s.n) end,
       case when s.n < 0 then jsonb_build_object('title', h.title, 'year', h.year) else jsonb_build_object('status', 'pending', 'step', s.n + 1) end, r.submitted_at
     from reviews r
       cross join lateral (select n from generate_series(-1, r.step - 1) n) s
       join hour_records h on h.id = r.subject_id
       left join memberships m on s.n >= 0 and m.organization_id = (r.route -> s.n ->> 'organizationId')::int and m.super
       join up_users a on a.id = case when s.n < 0 then r.owner_account_id else m.account_id end
     where r.id >= $1 and r.status = 'pending'`,
    [first.reviews],
  );
}

/** The annual results of everything approved, judged as core does (general and specialty each met). */
export async function insertResults(client: ClientBase, pack: Pack, options: WorkOptions, report: Report): Promise<void> {
  report('annual results');
  await client.query(
    `insert into annual_results (professional_id, year, organization_id, region_code, band, general_hours, specialty_hours, required_general, required_specialty, passed, passed_at)
     select s.professional_id, s.year, p.organization_id, o.region_code, q.band, s.general_hours, s.specialty_hours, q."generalHours", q."specialtyHours",
       s.general_hours >= q."generalHours" and s.specialty_hours >= q."specialtyHours",
       case when s.general_hours >= q."generalHours" and s.specialty_hours >= q."specialtyHours" then s.decided_at end
     from (select professional_id, year, sum(general_hours) as general_hours, sum(specialty_hours) as specialty_hours, max(decided_at) as decided_at
           from hour_records where id >= $1 and status = 'approved' group by 1, 2) s
       join professionals p on p.id = s.professional_id
       join organizations o on o.id = p.organization_id
       join professional_titles t on t.professional_id = p.id and t."primary"
       join scale_requirements q on q.region = o.region_code and q.year = s.year and q.band = coalesce($2::jsonb ->> t.level_code, 'junior')`,
    [options.first.hour_records, JSON.stringify(pack.settings.titleBands)],
  );
}
