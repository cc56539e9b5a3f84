import type { Decision, ReviewStatus } from '../contracts/review';

/**
 * What a decision does to a review.
 * `advance`: on to the next step, after the last one approved. `send-back`: to an earlier step of the round, or to the
 * applicant. `withdraw-first`: withdrawn, but only while the first step has never been decided in this round (D07, D08). `never`: not allowed.
 */
type Effect = 'advance' | 'send-back' | 'withdraw-first' | 'rejected' | 'withdrawn' | 'revoked' | 'never';

/** The complete state table of a review: status x decision. Who may take the decision is the engine's question, not this table's. */
export const reviewTransitions = {
  //           审核通过             审核不通过            退回                   撤销申报                     撤回认定
  pending: { approve: 'advance', reject: 'rejected', return: 'send-back', withdraw: 'withdraw-first', revoke: 'never' },
  returned: { approve: 'never', reject: 'never', return: 'never', withdraw: 'withdrawn', revoke: 'never' },
  approved: { approve: 'never', reject: 'never', return: 'never', withdraw: 'never', revoke: 'revoked' },
  rejected: { approve: 'never', reject: 'never', return: 'never', withdraw: 'never', revoke: 'never' },
  withdrawn: { approve: 'never', reject: 'never', return: 'never', withdraw: 'never', revoke: 'never' },
  revoked: { approve: 'never', reject: 'never', return: 'never', withdraw: 'never', revoke: 'never' },
} as const satisfies Record<ReviewStatus, Record<Decision, Effect>>;

/** Where a review stands; `step` (0-based, below `steps`) only counts while it is pending. */
export interface ReviewState {
  status: ReviewStatus;
  step: number;
  steps: number;
  /** An office has decided in this round already: a round sent back to its first step stays beyond withdrawal (D07). */
  decided?: boolean;
}

/**
 * What follows from a decision; null: not allowed in this state. `step` is null when the review waits at no office.
 * `toStep` belongs to `return` alone: an earlier step of the same round; absent: back to the applicant (X07).
 */
export function nextState(state: ReviewState, decision: Decision, toStep?: number): { status: ReviewStatus; step: number | null } | null {
  const { status, step, steps, decided = false } = state;
  if (toStep !== undefined && decision !== 'return') return null;
  if (status === 'pending' && !(Number.isInteger(step) && step >= 0 && step < steps)) return null;
  const effect: Effect = reviewTransitions[status][decision];
  switch (effect) {
    case 'advance':
      return step + 1 < steps ? { status: 'pending', step: step + 1 } : { status: 'approved', step: null };
    case 'send-back':
      if (toStep === undefined) return { status: 'returned', step: null };
      return Number.isInteger(toStep) && toStep >= 0 && toStep < step ? { status: 'pending', step: toStep } : null;
    case 'withdraw-first':
      return step === 0 && !decided ? { status: 'withdrawn', step: null } : null;
    case 'rejected':
    case 'withdrawn':
    case 'revoked':
      return { status: effect, step: null };
    case 'never':
      return null;
  }
}
