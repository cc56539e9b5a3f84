import type { Identity, ReviewStep } from '@xueshi/core';
import { insertSubmission } from './history.sql';
import { insertReview } from './reviews.sql';
import type { Database } from './statement';

export interface Submission {
  subject: string;
  subjectId: number;
  /** Resolved steps, frozen from now on; at least one. */
  route: readonly ReviewStep[];
  lane: string;
  /** Year the queue filters by; null for matters without one. */
  year: number | null;
  /** Who declares. */
  identity: Identity;
  /** Account of the person the matter is about: never decides on it (X15). Null for matters of an office. */
  ownerAccountId: number | null;
  /** Contents as submitted, for the history and the comparison between rounds. */
  snapshot: Record<string, unknown>;
  at: Date;
}

/** Opens round 1 of a matter in the caller's transaction. */
export async function submitReview(trx: Database, submission: Submission): Promise<{ reviewId: number }> {
  const { identity, snapshot, at, ...review } = submission;
  if (review.route.length === 0) throw new Error(`submit ${review.subject}: a route needs at least one step`);
  const reviewId = await insertReview(trx, {
    ...review,
    at,
    applicantAccountId: identity.accountId,
    applicantOrganizationId: identity.organizationId,
  });
  await insertSubmission(trx, { reviewId, decision: 'submit', identity, before: null, after: snapshot, at });
  return { reviewId };
}
