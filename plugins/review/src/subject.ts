import type { Decision, Identity, Module, ReviewStatus } from '@xueshi/core';
import type { Database } from './statement';

/** What was decided, for the consequences a subject draws. One event per outcome of a decision, however many rows it covers. */
export interface ReviewEvent {
  decision: Decision;
  /** `advanced`: approved here and on to the next office. `pending`: returned to an earlier office of the same round. Else the status reached. */
  outcome: ReviewStatus | 'advanced';
  /** Ascending. */
  subjectIds: number[];
  identity: Identity;
  at: Date;
  reason: string | null;
  /** Figure the office confirmed (decision 15); given for one row and `approve` only. The subject checks it. */
  confirmedHours?: number;
}

/** Why a subject cannot be decided: a kebab-case code, and the reason in Chinese. */
export interface Obstacle {
  code: string;
  message: string;
}

/** A kind of matter that is reviewed: what the engine must know of it, and nothing more. */
export interface ReviewSubject {
  /** e.g. `hour-record`; stands in `reviews.subject`. */
  code: string;
  /** Lane of the queue -> the module a reviewer must hold. In a lane not named nobody may decide. */
  modules: Readonly<Record<string, Module>>;
  /** The contents of these subjects by id, as they go into the history; read inside the transaction. */
  snapshot(trx: Database, ids: readonly number[]): Promise<Map<number, Record<string, unknown>>>;
  /**
   * Of locked rows about to be decided, those that cannot be, with the reason: they are answered `refused` (one row alone: Refusal 409)
   * and the others go through. Called once per outcome, before anything is written.
   */
  precondition?(trx: Database, event: Pick<ReviewEvent, 'decision' | 'outcome' | 'subjectIds' | 'identity'>): Promise<ReadonlyMap<number, Obstacle>>;
  /** Consequences, set-based, inside the transaction of the decision. A Refusal thrown here undoes the whole decision. */
  onDecided(trx: Database, event: ReviewEvent): Promise<void>;
}

const subjectCode = /^[a-z][a-z-]{1,40}$/;

/** Throws when a code is not fit to stand in SQL as it is. */
export function checkSubjectCode(code: string): string {
  if (!subjectCode.test(code)) throw new Error(`review subject code ${JSON.stringify(code)}: lower-case letters and hyphens only`);
  return code;
}

/** Declares a reviewed matter, in the noun's `review.ts`. */
export function defineReviewSubject(subject: ReviewSubject): ReviewSubject {
  checkSubjectCode(subject.code);
  return Object.freeze({ ...subject });
}
