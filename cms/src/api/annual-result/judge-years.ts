import { judgeYear, Refusal } from '@xueshi/core';
import type { Queryable } from '../../query';
import type { Policy } from '../policy/services/policy';
import { type CreditedYear, type JudgedYear, selectTitlesOf, type TitleRow, updateJudgements } from './annual-result.sql';

/**
 * Judges years whose sums have just changed and writes what is different; set-based, in the transaction of the change.
 * @returns ids of the years that pass now, and of those that have just begun to
 */
export async function judgeYears(
  trx: Queryable,
  policy: Policy,
  years: readonly CreditedYear[],
  at: Date,
): Promise<{ passing: number[]; newlyPassing: number[] }> {
  const locked = years.find((year) => year.locked);
  if (locked) throw new Refusal(409, 'year-locked', `有人员的 ${locked.year} 年度认定结果已锁定，不能变更`, undefined, { year: locked.year });
  const titles = new Map<number, TitleRow[]>(years.map((year) => [year.professionalId, []]));
  for (const title of await selectTitlesOf(trx, [...titles.keys()])) titles.get(title.professionalId)?.push(title);
  const judged = years.map((year) => ({
    before: year,
    after: { id: year.id, ...judgeYear({ ...year, titles: titles.get(year.professionalId) ?? [], exemptions: [] }, policy) },
  }));
  const changed = judged.filter(({ before, after }) => differs(before, after)).map(({ after }) => after);
  if (changed.length > 0) await updateJudgements(trx, changed, at);
  const passing = judged.filter(({ after }) => after.passed);
  return { passing: passing.map(({ after }) => after.id), newlyPassing: passing.filter(({ before }) => !before.passed).map(({ after }) => after.id) };
}

function differs(before: CreditedYear, after: JudgedYear): boolean {
  return (
    before.band !== after.band ||
    before.requiredGeneral !== after.requiredGeneral ||
    before.requiredSpecialty !== after.requiredSpecialty ||
    before.passed !== after.passed ||
    before.flags.join() !== after.flags.join()
  );
}
