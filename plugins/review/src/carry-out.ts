import type { Identity, Outcome, ReviewRequest } from '@xueshi/core';
import { insertDecisions } from './history.sql';
import type { Go } from './judge-row';
import type { LockedReview } from './review-row';
import { readClock, updateReviews } from './reviews.sql';
import type { Database } from './statement';
import type { ReviewEvent, ReviewSubject } from './subject';

/** A locked row and what is to become of it. */
export interface Decided {
  row: LockedReview;
  verdict: Go;
}

/** How an answer names a decision that went through. */
export const outcomes: Record<ReviewRequest['decision'], Outcome> = {
  approve: 'approved',
  reject: 'rejected',
  return: 'returned',
  withdraw: 'withdrawn',
  revoke: 'revoked',
};

/**
 * Writes a decision over locked rows and draws its consequences, all set-based: one update, `onDecided` once per outcome, one insert
 * of the history. Contents are read before and after only where a decision can change them (a confirmed figure).
 */
export async function carryOut(
  trx: Database,
  subject: ReviewSubject,
  identity: Identity,
  request: Pick<ReviewRequest, 'decision' | 'reason' | 'marks' | 'confirmedHours'>,
  decided: readonly Decided[],
): Promise<void> {
  if (decided.length === 0) return;
  const { decision, confirmedHours } = request;
  const reason = request.reason || null;
  const at = await readClock(trx);
  const [changed] = confirmedHours === undefined ? [] : decided.map(({ row }) => row.subjectId);
  const contents = async () => (changed === undefined ? null : ((await subject.snapshot(trx, [changed])).get(changed) ?? null));

  const before = await contents();
  const transitions = decided.map(({ row, verdict }) => ({ id: row.id, ...verdict.next }));
  await updateReviews(trx, transitions, decision === 'withdraw' ? null : identity.organizationId, at);
  for (const [outcome, subjectIds] of groupByOutcome(decision, decided)) {
    await subject.onDecided(trx, { decision, outcome, subjectIds, identity, at, reason, ...(confirmedHours === undefined ? {} : { confirmedHours }) });
  }
  const after = await contents();

  await insertDecisions(
    trx,
    decided.map(({ row, verdict }) => ({ id: row.id, status: row.status, step: row.step, onBehalfOf: verdict.onBehalfOf })),
    { decision, identity, reason, marks: request.marks?.length ? request.marks : null, ...difference(before, after), at },
  );
}

export function groupByOutcome(decision: ReviewRequest['decision'], decided: readonly Decided[]): Map<ReviewEvent['outcome'], number[]> {
  const groups = new Map<ReviewEvent['outcome'], number[]>();
  for (const { row, verdict } of decided) {
    const outcome = decision === 'approve' && verdict.next.status === 'pending' ? 'advanced' : verdict.next.status;
    const group = groups.get(outcome);
    if (group) group.push(row.subjectId);
    else groups.set(outcome, [row.subjectId]);
  }
  for (const ids of groups.values()) ids.sort((a, b) => a - b);
  return groups;
}

type Contents = Record<string, unknown> | null;

/** The fields that changed, as they were and as they are. */
function difference(before: Contents, after: Contents): { before: Contents; after: Contents } {
  if (!before || !after) return { before: null, after: null };
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const only = (contents: Record<string, unknown>) => Object.fromEntries(fields.map((name) => [name, contents[name] ?? null]));
  return { before: only(before), after: only(after) };
}
