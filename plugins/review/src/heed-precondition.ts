import type { Decision, Identity } from '@xueshi/core';
import { type Decided, groupByOutcome } from './carry-out';
import type { Verdict } from './judge-row';
import type { LockedReview } from './review-row';
import type { Database } from './statement';
import type { Obstacle, ReviewSubject } from './subject';

interface Judged {
  row?: LockedReview;
  verdict: Verdict | null;
}

/** The rows that go through by their verdict. */
export const decidedOf = (judged: readonly Judged[]): Decided[] =>
  judged.flatMap(({ row, verdict }): Decided[] => (row && verdict?.kind === 'go' ? [{ row, verdict }] : []));

/** Asks the subject whether anything of its own stands in the way of the rows that would go through; those that cannot are `refused`. */
export async function heedPrecondition<J extends Judged>(
  trx: Database,
  subject: ReviewSubject,
  identity: Identity,
  decision: Decision,
  judged: J[],
): Promise<J[]> {
  if (!subject.precondition) return judged;
  const obstacles = new Map<number, Obstacle>();
  for (const [outcome, subjectIds] of groupByOutcome(decision, decidedOf(judged))) {
    for (const [id, obstacle] of await subject.precondition(trx, { decision, outcome, subjectIds, identity })) obstacles.set(id, obstacle);
  }
  return judged.map((one) => {
    const obstacle = one.row && one.verdict?.kind === 'go' ? obstacles.get(one.row.subjectId) : undefined;
    return obstacle ? { ...one, verdict: { kind: 'refused', status: 409, ...obstacle } } : one;
  });
}
