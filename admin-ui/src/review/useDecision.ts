import { useQueryClient } from '@tanstack/react-query';
import type { Decision, Outcome, ReviewRequest } from '@xueshi/core';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { homeKey } from '../home/useHome';
import { ApiError } from '../http/request';
import type { PanelDataProvider } from '../panel/dataProvider';
import { leaveWhenExpired } from '../panel/leaveWhenExpired';
import type { HourRecordRow } from './hourRecord';

export type DecisionExtras = Pick<ReviewRequest, 'reason' | 'marks' | 'toStep' | 'confirmedHours'>;
/** `moved`: the record is no longer what was seen (409); `refused`: the server's reason, nothing changed. */
export type DecisionResult = { done: true } | { done: false; moved: boolean; field?: string; message: string };

const failures: readonly Outcome[] = ['conflict', 'not-yours', 'refused'];

/** Everything a decision changes: the queue, the records, the counters, the yearly results. */
export function useRefreshAfterDecision(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['hour-reviews', 'hour-records', 'annual-results', 'certificates', 'progress'].map((resource) => client.invalidateQueries({ queryKey: [resource] })),
    );
    await client.invalidateQueries({ queryKey: homeKey });
  };
}

/** Decides one record in the version that was seen (X18). Refreshing is left to the caller, who knows where to go next. */
export function useDecision(resource: string) {
  const dataProvider = useDataProvider<PanelDataProvider>();
  const [busy, setBusy] = useState(false);
  const decide = async (record: HourRecordRow, decision: Decision, extras: DecisionExtras = {}): Promise<DecisionResult> => {
    setBusy(true);
    try {
      const answer = await dataProvider.review(resource, { decision, rows: [{ id: record.id, version: record.version }], ...extras });
      const own = answer.rows.find((row) => row.id === record.id);
      if (!own || !failures.includes(own.outcome)) return { done: true };
      return { done: false, moved: own.outcome !== 'refused', message: own.message ?? '' };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      leaveWhenExpired(error);
      return { done: false, moved: error.status === 409 || error.status === 404, field: error.field, message: error.message };
    } finally {
      setBusy(false);
    }
  };
  return { decide, busy };
}
