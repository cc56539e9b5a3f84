import { Refusal } from '@xueshi/core';
import type { Queryable } from '../../query';
import { type Compared, selectOtherYear, selectSame } from './duplicates.sql';

/**
 * Refuses with 409 what was already declared: the same learning for the same year, or a posting that fills a whole year by itself and
 * already serves another one (decision 14: never two). Weaker likenesses are shown to the reviewer instead (X19).
 */
export async function checkDuplicates(trx: Queryable, at: Compared, subject: 'general' | 'specialty' | 'both'): Promise<void> {
  const same = await selectSame(trx, at);
  if (same) throw new Refusal(409, 'duplicate-declaration', '相同的学习内容已经申报，请勿重复申报', 'title', { id: same.id, status: same.status });
  if (subject !== 'both') return;
  const other = await selectOtherYear(trx, at);
  if (other) throw new Refusal(409, 'counted-in-other-year', `同一经历已用于 ${other.year} 年度，不能再计入其他年度`, 'year', { id: other.id });
}
