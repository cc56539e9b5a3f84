import { type HistoryEntry, Refusal, type ReviewStatus, type ReviewStep } from '@xueshi/core';
import { selectHistory } from './history.sql';
import { selectCurrentReview } from './reviews.sql';
import type { Database } from './statement';

/** Where a matter stands, its frozen route, and everything that happened to it in all rounds, oldest first. */
export interface ReviewHistory {
  status: ReviewStatus;
  step: number | null;
  steps: ReviewStep[];
  round: number;
  version: number;
  history: HistoryEntry[];
}

/** Throws Refusal 404 when the subject has never been submitted. */
export async function readHistory(db: Database, subject: string, subjectId: number): Promise<ReviewHistory> {
  const review = await selectCurrentReview(db, subject, subjectId);
  if (!review) throw new Refusal(404, 'not-found', '没有找到该记录，或不在您的管理范围内');
  const history = await selectHistory(db, subject, subjectId);
  return { ...review, history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })) };
}
