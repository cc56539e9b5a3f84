import type { Requirement, TitleBand } from '../policy/requirement';
import type { Settings } from '../policy/settings';
import { assessYear } from './assess-year';
import { resolveRequirement } from './resolve-requirement';
import { annualFlags, titleBandOn } from './title-band';

/** What one year of one person rests on; hours are those credited. */
export interface YearFacts {
  year: number;
  /** GB/T 2260, of the employing unit on 31 December of the year (decision 9). */
  region: string;
  titles: readonly { levelCode: string; obtainedOn: string | null }[];
  exemptions: readonly { months: number }[];
  generalHours: number;
  specialtyHours: number;
}

/** The annual result (decisions 9, 13 and 24). The required figures are null for a year without a standard: it is never passed. */
export interface YearJudgement {
  band: TitleBand;
  requiredGeneral: number | null;
  requiredSpecialty: number | null;
  passed: boolean;
  flags: string[];
}

/** Judges a year from its facts alone: the increments of an approval and the recomputation of everything call the same function. */
export function judgeYear(facts: YearFacts, policy: { requirements: readonly Requirement[]; settings: Pick<Settings, 'titleBands'> }): YearJudgement {
  const { band, flag } = titleBandOn(facts.titles, `${facts.year}-12-31`, policy.settings.titleBands);
  const requirement = resolveRequirement(policy.requirements, { year: facts.year, band, region: facts.region });
  const flags = flag === null ? [] : [flag];
  if (requirement === null) return { band, requiredGeneral: null, requiredSpecialty: null, passed: false, flags };
  const { requiredGeneral, requiredSpecialty, passed } = assessYear({ ...facts, requirement });
  if (requiredGeneral + requiredSpecialty < requirement.totalHours) flags.push(annualFlags.requirementReduced);
  return { band, requiredGeneral, requiredSpecialty, passed, flags };
}
