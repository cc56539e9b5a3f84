import type { ReviewAnswer, RowOutcome } from '@xueshi/core';
import { outcomes } from './carry-out';

const wentThrough: ReadonlySet<string> = new Set(Object.values(outcomes));
/** Beyond this many, rows that went through are only counted. */
const namedAtMost = 1000;

/** The answer over these rows: the count of each outcome, and the rows. */
export function answerOf(rows: readonly RowOutcome[], remaining: number, cursor: string | null): ReviewAnswer {
  const counts: ReviewAnswer['counts'] = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  const named = rows.length > namedAtMost ? rows.filter(({ outcome }) => !wentThrough.has(outcome)) : [...rows];
  return { counts, rows: named, remaining, cursor };
}
