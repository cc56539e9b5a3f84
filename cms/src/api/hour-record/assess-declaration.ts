import { type Declaration, type Evaluation, evaluateForm, type LearningForm, Refusal, resolveRequirement, type Subject, titleBandOn } from '@xueshi/core';
import type { Policy } from '../policy/services/policy';
import type { Declarer } from './declarer.sql';
import type { DeclaredRecord } from './hour-record.sql';

/** What of a declaration decides its hours. */
export interface Claim {
  year: number;
  subject?: Subject;
  values: Record<string, unknown>;
}

/** The hours of a claim by the standard of the declarer: title and unit as of 31 December of the year (decision 9). Refuses with 400. */
export function assessClaim(policy: Policy, form: LearningForm, declarer: Declarer, claim: Claim): Evaluation {
  const { band } = titleBandOn(declarer.titles, `${claim.year}-12-31`, policy.settings.titleBands);
  const requirement = resolveRequirement(policy.requirements, { year: claim.year, band, region: declarer.region });
  if (!requirement) throw new Refusal(400, 'no-requirement', `${claim.year} 年度没有学时标准`, 'year');
  return evaluateForm(form, { ...claim, requirement, dictionaries: policy.dictionaries });
}

/**
 * Keeps a claim within the form's yearly cap, off by default (decision 12): `taken` are the hours of the same form and year already
 * declared. Only the part that is left counts; nothing left is refused with 400.
 */
export function applyYearlyCap(form: LearningForm, year: number, evaluation: Evaluation, taken: number): Evaluation {
  const cap = form.yearlyCap;
  if (cap === null || taken + evaluation.hours <= cap) return evaluation;
  const hours = Math.round((cap - taken) * 10) / 10;
  if (hours <= 0 || evaluation.subject === 'both') {
    throw new Refusal(400, 'yearly-cap', `“${form.name}”每年度最多计 ${cap} 学时，${year} 年度已申报 ${taken} 学时`, 'form');
  }
  const general = evaluation.subject === 'general';
  return {
    ...evaluation,
    hours,
    generalHours: general ? hours : 0,
    specialtyHours: general ? 0 : hours,
    explanation: [...evaluation.explanation, `每年度最多计 ${cap} 学时，已申报 ${taken} 学时 → 计 ${hours}`],
  };
}

/** The period must be one, over by today, and touch the year it is declared for. Days are `YYYY-MM-DD`. */
export function checkPeriod(declaration: Pick<Declaration, 'year' | 'startsOn' | 'endsOn'>, today: string): void {
  const { year, startsOn, endsOn } = declaration;
  if (endsOn < startsOn) throw new Refusal(400, 'invalid', '结束日期早于开始日期', 'endsOn');
  if (startsOn > today) throw new Refusal(400, 'invalid', '学习尚未开始，不能申报', 'startsOn');
  if (endsOn > today) throw new Refusal(400, 'invalid', '学习尚未结束，不能申报', 'endsOn');
  if (startsOn > `${year}-12-31` || endsOn < `${year}-01-01`) throw new Refusal(400, 'invalid', `起止时间不在 ${year} 年度内`, 'startsOn');
}

/** What is stored of a declaration and its hours. `claimed` are the hours before the yearly cap. */
export function recordOf(declaration: Declaration, evaluation: Evaluation, claimed: number): DeclaredRecord {
  return {
    form: declaration.form,
    year: declaration.year,
    subject: evaluation.subject,
    title: declaration.title,
    startsOn: declaration.startsOn,
    endsOn: declaration.endsOn,
    assessment: declaration.assessment,
    certificateNumber: declaration.certificateNumber || null,
    values: evaluation.values,
    explanation: evaluation.explanation,
    declaredHours: claimed,
    computedHours: evaluation.hours,
    generalHours: evaluation.generalHours,
    specialtyHours: evaluation.specialtyHours,
  };
}
