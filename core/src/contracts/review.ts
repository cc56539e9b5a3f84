import { z } from 'zod';

export const decisions = ['approve', 'reject', 'return', 'withdraw', 'revoke'] as const;
export type Decision = (typeof decisions)[number];

/** What a row's buttons may be: a decision, or the applicant's correction of what was returned. */
export type RowAction = Decision | 'correct';

/** 审核状态 of one review; `pending` 待审核, `returned` 退回修改, `approved` 审核通过, `rejected` 审核不通过, `withdrawn` 已撤销, `revoked` 已撤回认定. */
export const reviewStatuses = ['pending', 'returned', 'approved', 'rejected', 'withdrawn', 'revoked'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

const reason = z.string().trim().max(500).optional();
/** Fields the applicant must correct, with a remark each. */
const marks = z
  .array(z.strictObject({ field: z.string().max(60), remark: z.string().trim().max(200).default('') }))
  .max(50)
  .optional();

/**
 * POST /api/panel/{resource}/review. Either `rows` (ids with the version each was seen in) or `filter` with the count and
 * the time of the list the reviewer saw; `confirmedHours` only for one row (decision 15).
 */
export const reviewRequest = z
  .strictObject({
    decision: z.enum(decisions),
    reason,
    marks,
    /** `return` only: an earlier step of the same round (0-based); absent: back to the applicant (X07). */
    toStep: z.number().int().nonnegative().optional(),
    confirmedHours: z.number().positive().max(1000).optional(),
    rows: z
      .array(z.strictObject({ id: z.number().int().positive(), version: z.number().int().nonnegative() }))
      .min(1)
      .max(1000)
      .optional(),
    filter: z.record(z.string(), z.unknown()).optional(),
    expected: z.number().int().positive().optional(),
    seenAt: z.iso.datetime().optional(),
    /** Continues a decision by filter that was too large for one transaction. */
    cursor: z.string().max(200).optional(),
  })
  .refine((r) => (r.rows === undefined) !== (r.filter === undefined), { path: ['rows'], error: '请指定 rows 或 filter 之一' })
  .refine((r) => r.filter === undefined || (r.expected !== undefined && r.seenAt !== undefined), {
    path: ['expected'],
    error: '按条件批量审核须带上所见条数 expected 与时间 seenAt',
  });
export type ReviewRequest = z.output<typeof reviewRequest>;

export type Outcome = 'approved' | 'rejected' | 'returned' | 'withdrawn' | 'revoked' | 'conflict' | 'not-yours' | 'refused';

/** Answer to one row; rows that went through are only counted when there are more than 1,000. */
export interface RowOutcome {
  id: number;
  outcome: Outcome;
  /** Chinese, for a person: why not, or by whom and when. */
  message?: string;
}
export interface ReviewAnswer {
  counts: Partial<Record<Outcome, number>>;
  rows: RowOutcome[];
  /** Rows of the filter still to be decided; call again with `cursor` until it is 0. */
  remaining: number;
  cursor: string | null;
}

/** One line of the history of a review. */
export interface HistoryEntry {
  id: number;
  round: number;
  step: number | null;
  decision: Decision | 'submit' | 'correct';
  organizationName: string | null;
  actorName: string;
  onBehalfOf: string | null;
  reason: string | null;
  marks: { field: string; remark: string }[];
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  at: string;
}

/** One step of a frozen route. */
export interface ReviewStep {
  organizationId: number;
  organizationName: string;
  organizationKind: string;
  dueDays: number;
  /** The office that sets 核定学时 (decision 15); at most one step of a route. */
  confirms?: true;
}
