import type { ReviewStatus, ReviewStep } from '@xueshi/core';
import type { LockedReview } from './review-row';
import { type Database, rowsOf, type Sql } from './statement';

/** Columns of a LockedReview. */
const lockedColumns = `r.id, r.subject, r.subject_id as "subjectId", r.status, r.lane, r.step, jsonb_array_length(r.route) as steps,
  r.organization_id as "organizationId", r.last_organization_id as "lastOrganizationId", r.applicant_account_id as "applicantAccountId",
  r.applicant_organization_id as "applicantOrganizationId", r.owner_account_id as "ownerAccountId", r.round, r.version`;

export interface NewReview {
  subject: string;
  subjectId: number;
  lane: string;
  year: number | null;
  route: readonly ReviewStep[];
  applicantAccountId: number;
  applicantOrganizationId: number | null;
  ownerAccountId: number | null;
  at: Date;
}

/** Opens round 1 at the first step. Returns the review's id. */
export async function insertReview(db: Database, review: NewReview): Promise<number> {
  const rows = await rowsOf<{ id: number }>(
    db,
    `insert into reviews (subject, subject_id, round, current, status, lane, year, route, step, organization_id, applicant_account_id,
       applicant_organization_id, owner_account_id, submitted_at, step_since, step_due, version, updated_at)
     select ?, ?, 1, true, 'pending', ?, ?, n.route, 0, (n.route -> 0 ->> 'organizationId')::int, ?, ?, ?, n.at, n.at,
       n.at + (n.route -> 0 ->> 'dueDays')::int * interval '1 day', 0, clock_timestamp()
     from (select ?::jsonb as route, ?::timestamptz as at) n
     returning id`,
    [
      review.subject,
      review.subjectId,
      review.lane,
      review.year,
      review.applicantAccountId,
      review.applicantOrganizationId,
      review.ownerAccountId,
      JSON.stringify(review.route),
      review.at,
    ],
  );
  if (!rows[0]) throw new Error('insertReview: nothing inserted');
  return rows[0].id;
}

/** Takes the current flag from a round that is being corrected. */
export async function supersedeReview(db: Database, reviewId: number): Promise<void> {
  await rowsOf(db, 'update reviews set current = false, updated_at = clock_timestamp() where id = ?', [reviewId]);
}

/** Opens the next round of a superseded one: the same frozen route from its first step. `year` null keeps it. Returns the new id. */
export async function insertNextRound(db: Database, supersededId: number, year: number | null, at: Date): Promise<number> {
  const rows = await rowsOf<{ id: number }>(
    db,
    `insert into reviews (subject, subject_id, round, current, status, lane, year, route, step, organization_id, applicant_account_id,
       applicant_organization_id, owner_account_id, submitted_at, step_since, step_due, version, updated_at)
     select r.subject, r.subject_id, r.round + 1, true, 'pending', r.lane, coalesce(?::int, r.year), r.route, 0, (r.route -> 0 ->> 'organizationId')::int,
       r.applicant_account_id, r.applicant_organization_id, r.owner_account_id, n.at, n.at,
       n.at + (r.route -> 0 ->> 'dueDays')::int * interval '1 day', r.version + 1, clock_timestamp()
     from reviews r, (select ?::timestamptz as at) n where r.id = ?
     returning id`,
    [year, at, supersededId],
  );
  if (!rows[0]) throw new Error('insertNextRound: nothing inserted');
  return rows[0].id;
}

/** Locks the current review of one subject, or nothing. */
export async function lockCurrentReview(db: Database, subject: string, subjectId: number): Promise<LockedReview | undefined> {
  const rows = await rowsOf<LockedReview>(db, `select ${lockedColumns} from reviews r where r.subject = ? and r.subject_id = ? and r.current for update`, [
    subject,
    subjectId,
  ]);
  return rows[0];
}

/** Locks the current reviews of these subjects that the selection (ids of subjects) contains; always in the order of their ids. */
export function lockReviews(db: Database, subject: string, subjectIds: readonly number[], visible: Sql): Promise<LockedReview[]> {
  return rowsOf<LockedReview>(
    db,
    `with visible as materialized (select v.id from (${visible.sql}) v where v.id = any(?::int[]))
     select ${lockedColumns} from visible v join reviews r on r.subject = ? and r.subject_id = v.id and r.current
     order by r.id for update of r`,
    [...visible.bindings, [...subjectIds], subject],
  );
}

/**
 * Subject ids an identity is concerned with when no list bounds it: its office stands on the route, or it declared the matter.
 * Fails closed for everything else.
 */
export function concernedSubjects(subject: string, subjectIds: readonly number[], accountId: number, organizationId: number): Sql {
  return {
    sql: `select c.subject_id as id from reviews c where c.subject = ? and c.current and c.subject_id = any(?::int[])
      and (c.route @> ?::jsonb or c.applicant_organization_id = ? or ? in (c.applicant_account_id, c.owner_account_id))`,
    bindings: [subject, [...subjectIds], JSON.stringify([{ organizationId }]), organizationId, accountId],
  };
}

/** Rows a filter matches that have not been touched since the list was seen. */
export interface Untouched {
  subject: string;
  selection: Sql;
  seenAt: string;
  /** Review id: only rows behind it. */
  after: number;
}

const untouched = `picked p join reviews r on r.subject = ? and r.subject_id = p.id and r.current
  where r.updated_at < ?::timestamptz + interval '1 millisecond' and r.id > ?`;
/** The selection is worked out first and apart: its own index finds the rows, whatever the planner thinks of the ordered join. */
const picked = (selection: Sql): string => `with picked as materialized (select s.id from (${selection.sql}) s)`;

/** Locks the next `limit` of them in the order of review ids. */
export function lockSelection(db: Database, at: Untouched, limit: number): Promise<LockedReview[]> {
  return rowsOf<LockedReview>(db, `${picked(at.selection)} select ${lockedColumns} from ${untouched} order by r.id limit ? for update of r`, [
    ...at.selection.bindings,
    at.subject,
    at.seenAt,
    at.after,
    limit,
  ]);
}

/** How many of them there are. */
export async function countSelection(db: Database, at: Untouched): Promise<number> {
  const rows = await rowsOf<{ total: number }>(db, `${picked(at.selection)} select count(*)::int as total from ${untouched}`, [
    ...at.selection.bindings,
    at.subject,
    at.seenAt,
    at.after,
  ]);
  return rows[0]?.total ?? 0;
}

/** The database's clock; read while the rows are locked, so that the times of one review never run backwards. */
export async function readClock(db: Database): Promise<Date> {
  const rows = await rowsOf<{ at: Date }>(db, "select date_trunc('milliseconds', clock_timestamp()) as at", []);
  if (!rows[0]) throw new Error('readClock: no row');
  return rows[0].at;
}

export interface Transition {
  id: number;
  status: ReviewStatus;
  /** The step it waits at from now on; null when it waits at no office. */
  step: number | null;
}

/** Moves locked reviews on, all in one statement. `deciding`: the office that decided; null leaves the last one (withdrawal). */
export async function updateReviews(db: Database, transitions: readonly Transition[], deciding: number | null, at: Date): Promise<void> {
  await rowsOf(
    db,
    `update reviews r set status = n.status, step = n.step,
       organization_id = (r.route -> n.step ->> 'organizationId')::int,
       step_since = case when n.step is not null then a.at end,
       step_due = case when n.step is not null then a.at + (r.route -> n.step ->> 'dueDays')::int * interval '1 day' end,
       closed_at = case when n.step is null then a.at end,
       last_organization_id = coalesce(?::int, r.last_organization_id),
       version = r.version + 1, updated_at = clock_timestamp()
     from unnest(?::int[], ?::text[], ?::int[]) n(id, status, step), (select ?::timestamptz as at) a
     where r.id = n.id`,
    [deciding, transitions.map((row) => row.id), transitions.map((row) => row.status), transitions.map((row) => row.step), at],
  );
}

/** The current round of one subject with its frozen route, or nothing. */
export async function selectCurrentReview(db: Database, subject: string, subjectId: number) {
  const rows = await rowsOf<{ status: ReviewStatus; step: number | null; steps: ReviewStep[]; round: number; version: number }>(
    db,
    'select status, step, route::json as steps, round, version from reviews where subject = ? and subject_id = ? and current',
    [subject, subjectId],
  );
  return rows[0];
}
