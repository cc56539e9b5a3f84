import type { ReviewStatus } from '@xueshi/core';

/** What decides whether somebody may decide: one review, as the statements of `current-review.sql.ts` and the locks read it. */
export interface ReviewRow {
  subject: string;
  status: ReviewStatus;
  lane: string;
  /** 0-based; null once it waits at no office. */
  step: number | null;
  /** Length of the frozen route. */
  steps: number;
  /** The office it waits at. */
  organizationId: number | null;
  /** The office that decided last in this round. */
  lastOrganizationId: number | null;
  applicantAccountId: number | null;
  applicantOrganizationId: number | null;
  ownerAccountId: number | null;
}

/** A review locked for a decision. */
export interface LockedReview extends ReviewRow {
  id: number;
  subjectId: number;
  round: number;
  version: number;
}
