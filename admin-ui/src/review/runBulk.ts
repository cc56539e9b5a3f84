import type { Decision, Outcome, ReviewAnswer, ReviewRequest, RowOutcome } from '@xueshi/core';
import { ApiError } from '../http/request';
import type { PanelDataProvider } from '../panel/dataProvider';
import { leaveWhenExpired } from '../panel/leaveWhenExpired';
import type { DecisionExtras } from './useDecision';

/** What a bulk decision is about: rows as they were seen, or everything under a filter with the count and time that were seen. */
export type BulkTarget =
  | { kind: 'rows'; rows: { id: number; version: number }[] }
  | { kind: 'filter'; filter: Record<string, unknown>; expected: number; seenAt: string };

export interface BulkReport {
  counts: Partial<Record<Outcome, number>>;
  /** Rows that did not go through, with the reason. */
  problems: RowOutcome[];
  remaining: number;
  /** Why it broke off, in the server's words; what was done before stays done. */
  failure: string | null;
}

interface BulkOptions {
  provider: PanelDataProvider;
  resource: string;
  decision: Decision;
  extras: DecisionExtras;
  target: BulkTarget;
  onProgress: (done: number) => void;
  /** Stops between two requests. */
  signal: AbortSignal;
}

const chunk = 100;
const notDone: readonly Outcome[] = ['conflict', 'not-yours', 'refused'];
const totalOf = (counts: BulkReport['counts']): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
export const targetSize = (target: BulkTarget): number => (target.kind === 'rows' ? target.rows.length : target.expected);

/** X16: decides in portions until nothing is left, it is stopped or refused; always resolves with the report. */
export async function runBulk({ provider, resource, decision, extras, target, onProgress, signal }: BulkOptions): Promise<BulkReport> {
  const report: BulkReport = { counts: {}, problems: [], remaining: targetSize(target), failure: null };
  const take = (answer: ReviewAnswer): void => {
    for (const [outcome, count] of Object.entries(answer.counts) as [Outcome, number][]) report.counts[outcome] = (report.counts[outcome] ?? 0) + count;
    report.problems.push(...answer.rows.filter((row) => notDone.includes(row.outcome)));
    onProgress(totalOf(report.counts));
  };
  try {
    for await (const answer of portions(provider, resource, { decision, ...extras }, target, signal)) {
      take(answer);
      report.remaining = target.kind === 'filter' ? answer.remaining : target.rows.length - totalOf(report.counts);
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    leaveWhenExpired(error);
    report.failure = error.message;
  }
  return report;
}

async function* portions(
  provider: PanelDataProvider,
  resource: string,
  decision: Pick<ReviewRequest, 'decision' | 'reason' | 'marks' | 'toStep'>,
  target: BulkTarget,
  signal: AbortSignal,
): AsyncGenerator<ReviewAnswer> {
  if (target.kind === 'rows') {
    for (let at = 0; at < target.rows.length && !signal.aborted; at += chunk) {
      yield await provider.review(resource, { ...decision, rows: target.rows.slice(at, at + chunk) });
    }
    return;
  }
  const { filter, expected, seenAt } = target;
  let cursor: string | null = null;
  do {
    const answer: ReviewAnswer = await provider.review(resource, { ...decision, filter, expected, seenAt, ...(cursor === null ? {} : { cursor }) });
    yield answer;
    cursor = answer.remaining > 0 ? answer.cursor : null;
  } while (cursor !== null && !signal.aborted);
}
