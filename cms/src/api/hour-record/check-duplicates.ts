import { findSameLearning, type LearningForm, Refusal } from '@xueshi/core';
import type { Queryable } from '../../query';
import { type Compared, selectLearned, selectOtherYear } from './duplicates.sql';

/**
 * Refuses with 409 what was already declared: the same learning by the rule of its form (decisions 11 and 12), or a posting that fills a whole
 * year by itself and already serves another one (decision 14: never two). Weaker likenesses are shown to the reviewer instead (X19).
 */
export async function checkDuplicates(trx: Queryable, form: LearningForm, at: Compared, subject: 'general' | 'specialty' | 'both'): Promise<void> {
  const same = findSameLearning(form.sameLearning, at, await selectLearned(trx, at));
  if (same) throw new Refusal(409, 'duplicate-declaration', duplicate[form.sameLearning], 'title', { id: same.id, status: same.status });
  if (subject !== 'both') return;
  const other = await selectOtherYear(trx, at);
  if (other) throw new Refusal(409, 'counted-in-other-year', `同一经历已用于 ${other.year} 年度，不能再计入其他年度`, 'year', { id: other.id });
}

const duplicate: Record<LearningForm['sameLearning'], string> = {
  period: '相同的学习内容已经申报，请勿重复申报',
  meeting: '同一次会议已经申报，每次会议每人只计一次',
  work: '同一作品已经申报；符合多个类别的，只按最高一类计一次',
};
