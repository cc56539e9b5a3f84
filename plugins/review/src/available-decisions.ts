import { type Decision, decisions, type Identity, type Module } from '@xueshi/core';
import { judgeRow } from './judge-row';
import type { ReviewRow } from './review-row';

/** The buttons of one row: every decision this identity could take on it now, by its own right. */
export function availableDecisions(identity: Identity, row: ReviewRow, modules: Readonly<Record<string, Module>>): Decision[] {
  if (identity.readOnly) return [];
  const seen = { ...row, version: 0 };
  return decisions.filter((decision) => judgeRow(seen, { decision, version: null }, { identity, absent: [] }, modules).kind === 'go');
}
