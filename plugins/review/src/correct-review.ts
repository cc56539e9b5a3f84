import { type Identity, Refusal } from '@xueshi/core';
import { lastDecisions } from './decide-rows';
import { describeDecision } from './describe-decision';
import { insertSubmission } from './history.sql';
import { isApplicant } from './judge-row';
import { insertNextRound, lockCurrentReview, supersedeReview } from './reviews.sql';
import type { Database } from './statement';

export interface Correction {
  subject: string;
  subjectId: number;
  identity: Identity;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  at: Date;
  /** The version the applicant saw. */
  version: number;
  /** Only when the correction changes the year the queue filters by. */
  year?: number;
}

/**
 * Opens the next round of a returned matter in the caller's transaction: the same frozen route from its first step. Refusals: 404
 * unknown, 403 not the applicant, 409 `not-returned` (message by whom and when) when it has not been returned or changed since.
 */
export async function correctReview(trx: Database, correction: Correction): Promise<void> {
  const { subject, subjectId, identity, before, after, at, version, year } = correction;
  if (identity.readOnly) throw new Refusal(403, 'read-only', '本单位已注销，只能查看');
  const row = await lockCurrentReview(trx, subject, subjectId);
  if (!row) throw new Refusal(404, 'not-found', '没有找到该记录，或不在您的管理范围内');
  if (!isApplicant(row, identity)) throw new Refusal(403, 'not-yours', '只有申报方可以修改');
  if (row.status !== 'returned' || row.version !== version) {
    const last = (await lastDecisions(trx, subject, [subjectId])).get(subjectId);
    throw new Refusal(409, 'not-returned', `只有退回修改的记录可以修改：${describeDecision(last)}`);
  }
  await supersedeReview(trx, row.id);
  const reviewId = await insertNextRound(trx, row.id, year ?? null, at);
  await insertSubmission(trx, { reviewId, decision: 'correct', identity, before, after, at });
}
