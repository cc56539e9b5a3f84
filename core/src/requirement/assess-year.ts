import type { DictionaryItem } from '../policy/dictionary';

/** Hours a year asks for, by subject. */
interface Hours {
  generalHours: number;
  specialtyHours: number;
}

/** What a year requires of a person and whether it is met; hours. */
export interface YearAssessment {
  requiredGeneral: number;
  requiredSpecialty: number;
  passed: boolean;
  shortGeneral: number;
  shortSpecialty: number;
}

/**
 * Judges one year (decisions 9 and 13). Exempted complete months m (together at most 12) lower each subject to
 * ceil(requirement x (12 − m) / 12). General and specialty must each be met; the total is their sum and then met too.
 * Nothing spills over between subjects or years.
 */
export function assessYear(input: {
  requirement: Hours;
  exemptions: readonly { months: number }[];
  generalHours: number;
  specialtyHours: number;
}): YearAssessment {
  const absent = Math.min(
    12,
    input.exemptions.reduce((sum, exemption) => sum + Math.max(0, Math.floor(exemption.months)), 0),
  );
  const reduced = (hours: number) => (absent === 0 ? hours : Math.ceil((hours * (12 - absent)) / 12));
  const requiredGeneral = reduced(input.requirement.generalHours);
  const requiredSpecialty = reduced(input.requirement.specialtyHours);
  const shortGeneral = short(requiredGeneral, input.generalHours);
  const shortSpecialty = short(requiredSpecialty, input.specialtyHours);
  return { requiredGeneral, requiredSpecialty, passed: shortGeneral === 0 && shortSpecialty === 0, shortGeneral, shortSpecialty };
}

/** Missing hours to one decimal: credits carry one decimal, their difference in floating point does not. */
function short(required: number, credited: number): number {
  return Math.max(0, Math.round((required - credited) * 10) / 10);
}

/**
 * Checks an exemption (decision 13). `reason` is an item of the dictionary `exemption-reason`; its `extra.monthsAbove` is the
 * number of months the absence must exceed (abroad and sick: 6; childbirth: none). Answers the reason in Chinese, or null.
 */
export function checkExemption(reason: Pick<DictionaryItem, 'name' | 'extra'>, months: number): string | null {
  if (!(months > 0 && months <= 12)) return '离岗月数应在 0 至 12 个月之间';
  const above = reason.extra?.monthsAbove;
  if (typeof above === 'number' && months <= above) return `${reason.name}须超过 ${above} 个月`;
  return null;
}
