import { type Decision, Refusal, type ReviewAnswer, type ReviewRequest } from '@xueshi/core';
import { answerOf } from './answer-of';
import { carryOut } from './carry-out';
import { readCursor, writeCursor } from './cursor';
import { lastDecisions, outcomeOf } from './decide-rows';
import { describeDecision, type LastDecision } from './describe-decision';
import { decidedOf, heedPrecondition } from './heed-precondition';
import { selectAmong, selectDecidedSince } from './history.sql';
import { judgeRow, type Reviewer, type Verdict } from './judge-row';
import type { LockedReview } from './review-row';
import { countSelection, lockSelection, readClock } from './reviews.sql';
import type { Database, Sql } from './statement';
import type { ReviewSubject } from './subject';

export type FilterRequest = ReviewRequest & { expected: number; seenAt: string };

/** What bounds a decision by filter. */
export interface FilterBounds {
  /** Subject ids the filter matches now, in the identity's scope. */
  selection: Sql;
  /** The same filter over given subjects wherever they stand now; absent: told from the counts. */
  among?: (ids: readonly number[]) => Sql | Promise<Sql>;
  /** Rows in one transaction. */
  limit: number;
  /** Secret that signs cursors. */
  cursorKey: string;
}

/** Decisions by which somebody else takes a row out of the list in which `decision` can be taken. */
const takenBy = (decision: Decision): Decision[] => (decision === 'revoke' ? ['revoke'] : ['approve', 'reject', 'return', 'withdraw']);

/**
 * A decision over everything the reviewer's list showed. Rows touched since `seenAt` are left alone: those a colleague decided are
 * reported as `conflict`, those that came later are skipped. On the first call the two together must be `expected`, or nothing is
 * written (Refusal 409 `count-changed`). At most `limit` rows in one transaction; `cursor` goes on.
 */
export async function decideFilter(
  trx: Database,
  subject: ReviewSubject,
  reviewer: Reviewer,
  request: FilterRequest,
  { selection, among, limit, cursorKey }: FilterBounds,
): Promise<ReviewAnswer> {
  const { identity } = reviewer;
  const bounds = { key: cursorKey, subject: subject.code, identity, request };
  const cursor = request.cursor === undefined ? null : readCursor(request.cursor, bounds);
  const at = { subject: subject.code, selection, seenAt: request.seenAt, after: cursor?.after ?? 0 };
  const locked = await lockSelection(trx, at, limit);
  const full = locked.length === limit;
  const matched = full ? await countSelection(trx, at) : locked.length;

  const until = await readClock(trx);
  // A list is never newer than the database's clock; a moment to come would take in rows nobody has seen.
  if (Date.parse(request.seenAt) > until.getTime()) throw new Refusal(400, 'invalid', '所见时间晚于当前时间，请刷新后重试', 'seenAt');
  const lost = await selectDecidedSince(trx, {
    subject: subject.code,
    organizationId: identity.organizationId,
    since: cursor?.since ?? request.seenAt,
    decisions: takenBy(request.decision),
    exceptMembership: cursor ? identity.membershipId : null,
    limit: limit + 1,
  });
  const conflicts = await conflictsOf(trx, lost, cursor ? null : request.expected - matched, among);
  if (!cursor && matched + conflicts.length !== request.expected) {
    const actual = matched + conflicts.length;
    throw new Refusal(409, 'count-changed', `列表已有变化：您看到 ${request.expected} 条，现有 ${actual} 条，请刷新后重试`, 'expected', {
      expected: request.expected,
      actual,
    });
  }

  const question = { decision: request.decision, toStep: request.toStep, version: null };
  const verdicts = locked.map((row): { row: LockedReview; verdict: Verdict } => ({ row, verdict: judgeRow(row, question, reviewer, subject.modules) }));
  const judged = await heedPrecondition(trx, subject, identity, request.decision, verdicts);
  const closedBefore = judged.filter(({ verdict }) => verdict.kind === 'conflict').map(({ row }) => row.subjectId);
  const faster = await lastDecisions(trx, subject.code, closedBefore);
  await carryOut(trx, subject, identity, request, decidedOf(judged));

  const remaining = matched - locked.length;
  const last = locked.at(-1);
  return answerOf(
    [
      ...judged.map(({ row, verdict }) => outcomeOf(row.subjectId, verdict, request.decision, faster)),
      ...conflicts.map((one) => ({ id: one.subjectId, outcome: 'conflict' as const, message: describeDecision(one) })),
    ],
    remaining,
    remaining > 0 && last ? writeCursor({ after: last.id, since: until.toISOString() }, bounds) : null,
  );
}

/** A list takes at most this many ids as a filter. */
const filteredAtMost = 1000;

/**
 * Which of the rows the office's queue lost belonged to this filter. Without `among` they cannot be told apart from rows outside the
 * filter: then they count only where they explain exactly what is missing.
 * @param missing rows seen but no longer matched; null: not known (a continued decision)
 */
async function conflictsOf(trx: Database, lost: LastDecision[], missing: number | null, among: FilterBounds['among']): Promise<LastDecision[]> {
  if (lost.length === 0) return [];
  if (!among) return missing === lost.length ? lost : [];
  const belonging = new Set<number>();
  for (let from = 0; from < lost.length; from += filteredAtMost) {
    const part = lost.slice(from, from + filteredAtMost).map((one) => one.subjectId);
    for (const id of await selectAmong(trx, await among(part))) belonging.add(id);
  }
  return lost.filter((one) => belonging.has(one.subjectId));
}
