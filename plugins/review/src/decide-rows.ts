import { Refusal, type ReviewAnswer, type ReviewRequest, type RowOutcome } from '@xueshi/core';
import { answerOf } from './answer-of';
import { carryOut, type Decided, outcomes } from './carry-out';
import { describeDecision, type LastDecision } from './describe-decision';
import { decidedOf, heedPrecondition } from './heed-precondition';
import { selectLastDecisions } from './history.sql';
import { judgeRow, type Reviewer, type Verdict } from './judge-row';
import { concernedSubjects, lockReviews } from './reviews.sql';
import type { Database, Sql } from './statement';
import type { ReviewSubject } from './subject';

const outside = '没有找到该记录，或不在您的管理范围内';

/**
 * A decision over rows named one by one, each with the version it was seen in. One row: anything in the way is a Refusal (404 not
 * visible, 403 not allowed, 409 decided already). Several: each is answered, and those that can be decided are.
 * @param selection subject ids in the identity's scope; absent: those the identity is concerned with
 */
export async function decideRows(
  trx: Database,
  subject: ReviewSubject,
  reviewer: Reviewer,
  request: ReviewRequest & { rows: { id: number; version: number }[] },
  selection?: Sql,
): Promise<ReviewAnswer> {
  const { identity } = reviewer;
  const ids = request.rows.map((row) => row.id);
  const visible = selection ?? concernedSubjects(subject.code, ids, identity.accountId, identity.organizationId);
  const found = new Map((await lockReviews(trx, subject.code, ids, visible)).map((row) => [row.subjectId, row]));

  const verdicts = request.rows.map(({ id, version }) => {
    const row = found.get(id);
    const question = { decision: request.decision, toStep: request.toStep, version };
    return { id, row, verdict: row ? judgeRow(row, question, reviewer, subject.modules) : null };
  });
  const judged = await heedPrecondition(trx, subject, identity, request.decision, verdicts);
  const faster = await lastDecisions(
    trx,
    subject.code,
    judged.filter(({ verdict }) => verdict?.kind === 'conflict').map(({ id }) => id),
  );
  const [only] = judged;
  if (judged.length === 1 && only) refuseOne(only.id, only.verdict, faster);

  await carryOut(trx, subject, identity, request, inLockOrder(decidedOf(judged)));
  return answerOf(
    judged.map(({ id, verdict }) => (verdict ? outcomeOf(id, verdict, request.decision, faster) : { id, outcome: 'not-yours', message: outside })),
    0,
    null,
  );
}

/** One row alone is answered by a refusal, not by a report. */
function refuseOne(id: number, verdict: Verdict | null, faster: ReadonlyMap<number, LastDecision>): void {
  if (!verdict) throw new Refusal(404, 'not-found', outside);
  if (verdict.kind === 'conflict') {
    const last = faster.get(id);
    throw new Refusal(
      409,
      'already-decided',
      describeDecision(last),
      undefined,
      last && { by: last.actorName, organization: last.organizationName, at: last.at.toISOString(), decision: last.decision },
    );
  }
  if (verdict.kind !== 'go') throw new Refusal(verdict.status, verdict.code, verdict.message, verdict.field);
}

/** By whom and when each of these subjects was decided last. */
export async function lastDecisions(trx: Database, subject: string, ids: readonly number[]): Promise<Map<number, LastDecision>> {
  if (ids.length === 0) return new Map();
  return new Map((await selectLastDecisions(trx, subject, ids)).map((last) => [last.subjectId, last]));
}

/** One line of the report. */
export function outcomeOf(id: number, verdict: Verdict, decision: ReviewRequest['decision'], faster: ReadonlyMap<number, LastDecision>): RowOutcome {
  if (verdict.kind === 'go') return { id, outcome: outcomes[decision] };
  if (verdict.kind === 'conflict') return { id, outcome: 'conflict', message: describeDecision(faster.get(id)) };
  return { id, outcome: verdict.kind, message: verdict.message };
}

const inLockOrder = (decided: readonly Decided[]): Decided[] => [...decided].sort((a, b) => a.row.id - b.row.id);
