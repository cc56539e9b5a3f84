import { type Decision, type Identity, Refusal, type ReviewAnswer, type ReviewRequest } from '@xueshi/core';
import { availableDecisions } from './available-decisions';
import { checkRequest } from './check-request';
import { type Correction, correctReview } from './correct-review';
import { decideFilter, type FilterBounds } from './decide-filter';
import { decideRows } from './decide-rows';
import { type ReviewHistory, readHistory } from './read-history';
import type { ReviewRow } from './review-row';
import type { Database, Sql } from './statement';
import type { ReviewSubject } from './subject';
import { type Submission, submitReview } from './submit-review';
import { selectAbsentColleagues } from './substitution.sql';

export interface ReviewEngine {
  /** Makes a matter known, once at bootstrap. Throws an Error for a second subject of the same code. */
  register(subject: ReviewSubject): void;
  /** Opens round 1, in the caller's transaction. */
  submit(trx: Database, submission: Submission): Promise<{ reviewId: number }>;
  /** Opens the next round of a returned matter, in the caller's transaction. */
  correct(trx: Database, correction: Correction): Promise<void>;
  /**
   * Takes a decision on rows or on a filter's rows, with its consequences, in one transaction. Refusals as in `decideRows` and
   * `decideFilter`.
   * @param selection selects, as `id`, the subject ids in the identity's scope (and filter)
   * @param among by filter: the same filter over given subjects wherever they stand now, so that rows a colleague decided meanwhile
   * can be told from rows outside the filter
   */
  decide(identity: Identity, subject: string, request: ReviewRequest, selection?: Sql, among?: FilterBounds['among']): Promise<ReviewAnswer>;
  history(subject: string, subjectId: number): Promise<ReviewHistory>;
  /** The decisions this identity could take on a row now: the row's buttons. `row`: `currentReview(…).row`. */
  available(identity: Identity, row: ReviewRow): Decision[];
}

/** What the engine stands on; Strapi's database in the application. */
export interface EngineGround {
  connection(): Database;
  transaction<T>(work: (trx: Database) => Promise<T>): Promise<T>;
  /** Most rows of one transaction of a decision by filter. */
  bulkLimit(): number;
  /** Secret by which the engine knows the cursors it gave. */
  cursorKey(): string;
}

/** The multi-level review engine over any PostgreSQL with its three tables. It knows no matter but those registered. */
export function createEngine(ground: EngineGround): ReviewEngine {
  const subjects = new Map<string, ReviewSubject>();
  const subjectOf = (code: string): ReviewSubject => {
    const subject = subjects.get(code);
    if (!subject) throw new Error(`review subject ${code} is not registered`);
    return subject;
  };

  return {
    register(subject) {
      if (subjects.has(subject.code)) throw new Error(`review subject ${subject.code} is registered twice`);
      subjects.set(subject.code, subject);
    },

    async submit(trx, submission) {
      const { modules, code } = subjectOf(submission.subject);
      if (!Object.hasOwn(modules, submission.lane)) throw new Error(`review subject ${code} has no lane ${submission.lane}`);
      return submitReview(trx, submission);
    },

    correct: correctReview,

    async decide(identity, code, request, selection, among) {
      const subject = subjectOf(code);
      checkRequest(identity, request);
      const limit = ground.bulkLimit();
      return ground.transaction(async (trx) => {
        const reviewer = { identity, absent: await selectAbsentColleagues(trx, identity.membershipId, identity.organizationId) };
        const { rows, expected, seenAt } = request;
        if (rows) return decideRows(trx, subject, reviewer, { ...request, rows }, selection);
        if (expected === undefined || seenAt === undefined) throw new Refusal(400, 'invalid', '按条件批量审核须带上所见条数与时间', 'expected');
        if (!selection) throw new Error('a decision by filter needs the selection of its rows');
        return decideFilter(trx, subject, reviewer, { ...request, expected, seenAt }, { selection, among, limit, cursorKey: ground.cursorKey() });
      });
    },

    history(code, subjectId) {
      return readHistory(ground.connection(), subjectOf(code).code, subjectId);
    },

    available(identity, row) {
      return availableDecisions(identity, row, subjectOf(row.subject).modules);
    },
  };
}
