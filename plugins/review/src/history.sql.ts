import type { HistoryEntry, Identity, ReviewStatus } from '@xueshi/core';
import type { LastDecision } from './describe-decision';
import { type Database, rowsOf, type Sql } from './statement';

type Contents = Record<string, unknown> | null;
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
/** The acting office, person and membership, in the order of the columns below. */
const actor = ({ organizationId, organizationName, accountId, membershipId, accountName }: Identity) => [
  organizationId,
  organizationName,
  accountId,
  membershipId,
  accountName,
];
const actorColumns = 'organization_id, organization_name, account_id, membership_id, actor_name';

/** Writes that a round was submitted or corrected, with the contents before and after. */
export async function insertSubmission(
  db: Database,
  entry: { reviewId: number; decision: 'submit' | 'correct'; identity: Identity; before: Contents; after: Contents; at: Date },
): Promise<void> {
  await rowsOf(
    db,
    `insert into review_decisions (review_id, subject, subject_id, round, decision, ${actorColumns}, before, after, created_at, updated_at)
     select r.id, r.subject, r.subject_id, r.round, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, a.at, a.at
     from reviews r, (select ?::timestamptz as at) a where r.id = ?`,
    [entry.decision, ...actor(entry.identity), json(entry.before), json(entry.after), entry.at, entry.reviewId],
  );
}

export interface DecidedRow {
  id: number;
  /** Before the decision. */
  status: ReviewStatus;
  step: number | null;
  onBehalfOf: string | null;
}

export interface DecisionRecord {
  decision: HistoryEntry['decision'];
  identity: Identity;
  reason: string | null;
  marks: readonly { field: string; remark: string }[] | null;
  /** What the decision changed in the contents of the (then single) subject. */
  before: Contents;
  after: Contents;
  at: Date;
}

/** Writes one line for each review just moved on, all in one statement: its state before and after, who, why. */
export async function insertDecisions(db: Database, rows: readonly DecidedRow[], record: DecisionRecord): Promise<void> {
  await rowsOf(
    db,
    `insert into review_decisions (review_id, subject, subject_id, round, step, decision, ${actorColumns}, on_behalf_of, reason, marks,
       before, after, created_at, updated_at)
     select r.id, r.subject, r.subject_id, r.round, n.step, ?, ?, ?, ?, ?, ?, n.on_behalf_of, ?, ?::jsonb,
       jsonb_build_object('status', n.status, 'step', n.step) || c.before, jsonb_build_object('status', r.status, 'step', r.step) || c.after, c.at, c.at
     from unnest(?::int[], ?::text[], ?::int[], ?::text[]) n(id, status, step, on_behalf_of) join reviews r on r.id = n.id,
       (select ?::jsonb as before, ?::jsonb as after, ?::timestamptz as at) c
     order by r.id`,
    [
      record.decision,
      ...actor(record.identity),
      record.reason,
      json(record.marks),
      rows.map((row) => row.id),
      rows.map((row) => row.status),
      rows.map((row) => row.step),
      rows.map((row) => row.onBehalfOf),
      json(record.before ?? {}),
      json(record.after ?? {}),
      record.at,
    ],
  );
}

/** Every line of a subject's reviews, of all rounds, oldest first. */
export function selectHistory(db: Database, subject: string, subjectId: number): Promise<(Omit<HistoryEntry, 'at'> & { at: Date })[]> {
  return rowsOf(
    db,
    `select id, round, step, decision, organization_name as "organizationName", actor_name as "actorName", on_behalf_of as "onBehalfOf", reason,
       coalesce(marks, '[]')::json as marks, before::json as before, after::json as after, created_at as at
     from review_decisions where subject = ? and subject_id = ? order by id`,
    [subject, subjectId],
  );
}

const lastColumns = `d.subject_id as "subjectId", d.decision, d.actor_name as "actorName", d.organization_name as "organizationName", d.created_at as at`;

/** The last line of each of these subjects. */
export function selectLastDecisions(db: Database, subject: string, subjectIds: readonly number[]): Promise<LastDecision[]> {
  return rowsOf<LastDecision>(
    db,
    `select ${lastColumns} from unnest(?::int[]) n(id)
     cross join lateral (select * from review_decisions e where e.subject = ? and e.subject_id = n.id order by e.id desc limit 1) d`,
    [[...subjectIds], subject],
  );
}

/**
 * What an office's queue lost since a moment: subjects whose first change after it was a decision of that office. Rows that came
 * later and were decided since do not count. `exceptMembership`: leave out what that reviewer did.
 */
export function selectDecidedSince(
  db: Database,
  at: { subject: string; organizationId: number; since: string; decisions: readonly string[]; exceptMembership: number | null; limit: number },
): Promise<LastDecision[]> {
  return rowsOf<LastDecision>(
    db,
    `select ${lastColumns} from review_decisions d
     where d.organization_id = ? and d.subject = ? and d.created_at >= ?::timestamptz and d.decision = any(?::text[])
       and (?::int is null or d.membership_id <> ?)
       and not exists (select 1 from review_decisions e where e.subject = d.subject and e.subject_id = d.subject_id and e.id < d.id and e.created_at >= ?::timestamptz)
     order by d.id limit ?`,
    [at.organizationId, at.subject, at.since, [...at.decisions], at.exceptMembership, at.exceptMembership, at.since, at.limit],
  );
}

/** The ids a selection yields. */
export async function selectAmong(db: Database, selection: Sql): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(db, selection.sql, selection.bindings);
  return rows.map((row) => row.id);
}
