import { judgeYear, Refusal } from '@xueshi/core';
import type { Policy } from '../policy/services/policy';
import type { ChangingYear, JudgedYear } from './annual-result.sql';

/** Judges years by their new sums. Refusal 409 `year-locked` when the result of one is final. */
export function judgeYears(policy: Policy, years: readonly ChangingYear[]): JudgedYear[] {
  const locked = years.find((year) => year.locked);
  if (locked) throw new Refusal(409, 'year-locked', `有人员的 ${locked.year} 年度认定结果已锁定，不能变更`, undefined, { year: locked.year });
  return years.map((year) => ({ ...year, ...judgeYear({ ...year, exemptions: [] }, policy) }));
}
