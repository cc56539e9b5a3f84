import {
  checkSpan,
  evaluateForm,
  findForm,
  type LearningForm,
  nameConfirmer,
  type Pack,
  type ReviewStep,
  resolveRequirement,
  resolveRoute,
  selectRoute,
  titleBandOn,
} from '@xueshi/core';
import type { Draft } from './build-drafts';
import type { Offices } from './build-offices';
import { dayNumber, dayText, momentOf } from './calendar';
import type { Random } from './random';
import type { MembershipRow, RecordRow } from './rows';

/** A record with its frozen route; reviews are built from it. */
export interface Declared {
  draft: Draft;
  record: RecordRow;
  route: ReviewStep[];
  /** Filed with the province once approved. */
  filing: boolean;
  lane: string;
  /** Who handed it in. */
  applicant: MembershipRow;
}

/** The chain of an organization as routes are resolved against it: itself first, the root last. */
export function chainsOf(pack: Pack, offices: Offices): (organizationId: number) => Parameters<typeof resolveRoute>[1] {
  const byId = new Map(offices.organizations.map((one) => [one.id, one]));
  const regions = new Map(pack.regions.map((region) => [region.code, region]));
  return (organizationId) => {
    const chain: Parameters<typeof resolveRoute>[1][number][] = [];
    for (let one = byId.get(organizationId); one; one = one.parent_id === null ? undefined : byId.get(one.parent_id)) {
      const region = regions.get(one.region_code);
      if (!region) throw new Error(`no region ${one.region_code}`);
      chain.push({ id: one.id, name: one.name, kind: one.kind, regionLevel: region.level, provinceDirect: region.provinceDirect });
    }
    return chain;
  };
}

/**
 * Works a draft out: its days (learned, then handed in, all before `today`), its hours by the pack's own conversion table, its route by the pack's own
 * routes. Throws when the pack refuses a value: the demo data must be declarable.
 */
export function buildRecords(pack: Pack, random: Random, offices: Offices, drafts: readonly Draft[], firstId: number, today: string): Declared[] {
  const forms: ReadonlyMap<string, LearningForm> = new Map(pack.learningForms.map((form) => [form.code, form]));
  const regionOf = new Map(offices.organizations.map((one) => [one.id, one.region_code]));
  const chainOf = chainsOf(pack, offices);
  const base = offices.organizations.filter((one) => one.kind === 'base');
  const told = new Map<string, number>();
  return drafts.map((draft, i): Declared => {
    const { person, year, learning } = draft;
    const organizationId = person.professional.organization_id;
    const { band } = titleBandOn(
      person.titles.map((title) => ({ levelCode: title.level_code, obtainedOn: title.obtained_on })),
      `${year}-12-31`,
      pack.settings.titleBands,
    );
    const requirement = resolveRequirement(pack.requirements, { year, band, region: regionOf.get(organizationId) ?? '' });
    if (!requirement) throw new Error(`no requirement for ${year}`);
    const form = findForm(forms, learning.form, year);
    const quote = evaluateForm(form, { year, subject: learning.subject, values: learning.values, requirement });
    const route = selectRoute(pack.routes, { matter: 'hour-record', source: learning.source, form: learning.form });
    const applicant =
      learning.source === 'base'
        ? offices.clerks.get(random.pick(base).id)
        : learning.source === 'employer'
          ? offices.clerks.get(organizationId)
          : person.membership;
    if (!applicant) throw new Error(`nobody declares for organization ${organizationId}`);
    const spans = form.fields.some((field) => field.spans !== undefined && quote.values[field.name] !== undefined);
    const days = daysOf(random, draft, today, spans);
    const period = { startsOn: dayText(days.start), endsOn: dayText(days.end) };
    checkSpan(form, quote.values, period);
    return {
      draft,
      route: nameConfirmer(resolveRoute(route, chainOf(organizationId)), form.confirmer, organizationId),
      filing: form.filing,
      lane: route.lane,
      applicant,
      record: {
        id: firstId + i,
        professional_id: person.professional.id,
        organization_id: organizationId,
        year,
        source: learning.source,
        form: learning.form,
        subject: quote.subject,
        title: form.sameLearning === 'period' ? learning.title : titleOnce(told, person.professional.id, learning),
        starts_on: period.startsOn,
        ends_on: period.endsOn,
        assessment: random.weighted([
          [8, 'qualified'],
          [2, 'excellent'],
        ]),
        certificate_number: learning.form === 'conference' ? null : `演示证${year}${String(firstId + i).padStart(7, '0')}`,
        values: quote.values,
        explanation: quote.explanation,
        declared_hours: quote.hours,
        computed_hours: quote.hours,
        confirmed_hours: null,
        general_hours: quote.generalHours,
        specialty_hours: quote.specialtyHours,
        status: draft.status,
        submitted_at: momentOf(days.submitted, random.between(8 * 60, 18 * 60)),
        decided_at: null,
        filed_at: null,
        created_by_membership_id: applicant.id,
      },
    };
  });
}

const further = ['二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Titles of conferences and works a person has used already are told apart, or the second declaration would be refused as the same learning. */
function titleOnce(told: Map<string, number>, professionalId: number, { form, title }: Draft['learning']): string {
  const key = `${professionalId} ${form} ${title}`;
  const before = told.get(key) ?? 0;
  told.set(key, before + 1);
  return before === 0 ? title : `${title}之${further[before - 1] ?? before + 1}`;
}

/** Day numbers: learned from `start` to `end` within the year, handed in on `submitted`, before `today`. What waits this year was mostly handed in lately. A learning whose days or months count (`spans`) may have begun the year before. */
function daysOf(random: Random, draft: Draft, today: string, spans: boolean): { start: number; end: number; submitted: number } {
  const now = dayNumber(today);
  const first = dayNumber(`${draft.year}-01-01`);
  const last = Math.min(dayNumber(`${draft.year}-12-31`), now - 1);
  const spread = Math.max(0, last - first);
  const waiting = draft.status === 'pending' || draft.status === 'returned';
  const ago = waiting
    ? random.weighted([
        [7, random.between(1, 9)],
        [3, random.between(14, 60)],
      ])
    : random.between(40, Math.max(41, spread - 30));
  const submitted = Math.max(first, last - Math.min(spread, ago));
  const end = Math.max(first, submitted - random.between(1, 12));
  const begun = end - Math.max(0, draft.learning.days - 1);
  const start = spans ? begun : Math.max(first, begun);
  return { start, end, submitted };
}
