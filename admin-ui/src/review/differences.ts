import type { HistoryEntry } from '@xueshi/core';

export interface Difference {
  /** `title`, `values.days` */
  path: string;
  before: unknown;
  after: unknown;
}
type Snapshot = Record<string, unknown>;

const isObject = (value: unknown): value is Snapshot => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Not what the applicant changed but what follows from it. */
const derived = new Set(['explanation', 'status', 'round', 'version', 'id', 'submittedAt', 'decidedAt', 'formName']);

/** What differs between two snapshots, an object's entries one by one (`values.days`), lists as a whole. */
export function differences(before: Snapshot, after: Snapshot, prefix = ''): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => prefix !== '' || !derived.has(name));
  return names.flatMap((name) => {
    const path = prefix + name;
    const [old, now] = [before[name], after[name]];
    if (isObject(old) || isObject(now)) return differences(isObject(old) ? old : {}, isObject(now) ? now : {}, `${path}.`);
    return same(old, now) ? [] : [{ path, before: old, after: now }];
  });
}

/** X21: what the latest correction changed; empty in the first round. */
export function latestChanges(history: readonly HistoryEntry[]): Difference[] {
  const corrected = history
    .filter((entry) => entry.decision === 'correct' && entry.before && entry.after)
    .sort((a, b) => a.round - b.round || a.id - b.id)
    .at(-1);
  return corrected?.before && corrected.after ? differences(corrected.before, corrected.after) : [];
}
