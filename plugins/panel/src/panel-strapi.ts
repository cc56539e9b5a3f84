import type { Core } from '@strapi/strapi';
import type { HistoryEntry, Identity, ReviewAnswer, ReviewRequest, ReviewStatus, ReviewStep } from '@xueshi/core';
import type { PanelPolicy, Row } from './resource';
import type { Sql } from './sql';
import { statementName } from './statement-name';

/** What the panel asks of the review engine. */
export interface DecidingEngine {
  decide(identity: Identity, subject: string, request: ReviewRequest, selection?: Sql, among?: (ids: readonly number[]) => Promise<Sql>): Promise<ReviewAnswer>;
  history(
    subject: string,
    subjectId: number,
  ): Promise<{ status: ReviewStatus; step: number | null; steps: ReviewStep[]; round: number; version: number; history: HistoryEntry[] }>;
}

export const engineOf = (strapi: Core.Strapi): DecidingEngine => strapi.plugin('review').service('engine') as DecidingEngine;

/** The configuration in force. */
export const policyOf = async (strapi: Core.Strapi): Promise<PanelPolicy> =>
  (await (strapi.service('api::policy.policy') as unknown as { current(): PanelPolicy | Promise<PanelPolicy> }).current()) as PanelPolicy;

/** Somebody waits for it: a list that takes longer is stopped (503) before lists hold every connection of the pool. Milliseconds. */
const patience = 8_000;

/** Runs one statement on the pool and gives its rows. Throws KnexTimeoutError when it takes longer than `patience`; it is cancelled in the database too. */
export const runOn =
  (strapi: Core.Strapi) =>
  async ({ sql, bindings, prepared }: Sql): Promise<Row[]> => {
    const query = strapi.db.connection.raw(sql, bindings as (string | number)[]).timeout(patience, { cancel: true });
    const name = prepared ? statementName(sql) : undefined;
    const result = (await (name === undefined ? query : query.options({ name }))) as { rows: Row[] };
    return result.rows;
  };

/** The calendar year in China at a moment, whatever zone the server runs in. */
export const yearInChina = (now: Date): number => new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
