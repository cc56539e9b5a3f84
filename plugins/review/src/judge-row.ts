import { type Decision, type Identity, type Module, nextState, type ReviewStatus, reviewTransitions } from '@xueshi/core';
import type { ReviewRow } from './review-row';

/** A colleague of the same office whom the identity stands in for today (X05). */
export interface AbsentColleague {
  accountId: number;
  name: string;
  modules: readonly Module[];
}

/** Who decides: the signed-in identity and those it stands in for. */
export interface Reviewer {
  identity: Identity;
  absent: readonly AbsentColleague[];
}

export interface Go {
  kind: 'go';
  next: { status: ReviewStatus; step: number | null };
  /** Name of the absent colleague the decision is made for. */
  onBehalfOf: string | null;
}
export type Verdict =
  | Go
  /** Somebody was faster; by whom is read from the history. */
  | { kind: 'conflict' }
  | { kind: 'not-yours' | 'refused'; status: 400 | 403 | 409; code: string; message: string; field?: string };

export interface Question {
  decision: Decision;
  toStep?: number;
  /** The version the reviewer saw; null when he decides by filter. */
  version: number | null;
}

/**
 * Whether this identity may take this decision on this row, and what follows. Four eyes (X15) first, then the module of the lane,
 * the optimistic lock (X18), the office whose turn it is (D08), and last the state table of core.
 */
export function judgeRow(row: ReviewRow & { version: number }, question: Question, reviewer: Reviewer, modules: Readonly<Record<string, Module>>): Verdict {
  const { identity } = reviewer;
  if (question.decision === 'withdraw') return judgeWithdrawal(row, question, identity);
  if (concerns(row, identity.accountId)) return { kind: 'refused', status: 403, code: 'own-claim', message: '不能审核本人的申报或本人提交的申报' };
  const authority = authorityOver(row, reviewer, modules);
  if (!authority) return { kind: 'not-yours', status: 403, code: 'module-missing', message: '您的岗位角色没有此项审核权限' };
  if (question.version !== null && question.version !== row.version) return { kind: 'conflict' };

  const office = question.decision === 'revoke' ? row.lastOrganizationId : row.organizationId;
  const open = reviewTransitions[row.status][question.decision] !== 'never';
  if (open && office !== identity.organizationId) {
    const message = question.decision === 'revoke' ? '只有最后审核的机构可以撤回认定' : '该记录不在本单位的审核环节';
    return { kind: 'not-yours', status: 403, code: 'not-yours', message };
  }
  if (!open) return closed(row, question.decision);
  const next = nextOf(row, question);
  if (!next) return { kind: 'refused', status: 400, code: 'invalid-step', message: '只能退回到本环节之前的环节', field: 'toStep' };
  return { kind: 'go', next, onBehalfOf: authority.onBehalfOf };
}

/** Only who declared withdraws (D07, D09): the person, or any member of the office that declared for somebody else. */
function judgeWithdrawal(row: ReviewRow & { version: number }, question: Question, identity: Identity): Verdict {
  if (!isApplicant(row, identity)) return { kind: 'not-yours', status: 403, code: 'not-yours', message: '只有申报方可以撤销申报' };
  if (question.version !== null && question.version !== row.version) return { kind: 'conflict' };
  if (reviewTransitions[row.status].withdraw === 'never') return { kind: 'conflict' };
  const next = nextOf(row, question);
  if (!next) {
    return { kind: 'refused', status: 409, code: 'too-late', message: '第一个环节已审核通过，不能再撤销；如需更正，请联系当前审核机构退回' };
  }
  return { kind: 'go', next, onBehalfOf: null };
}

/** The person is the applicant or the one the matter is about. */
const concerns = (row: ReviewRow, accountId: number): boolean => row.applicantAccountId === accountId || row.ownerAccountId === accountId;

/** Whether the identity speaks for whoever declared the matter. */
export function isApplicant(row: ReviewRow, identity: Identity): boolean {
  if (row.applicantAccountId === identity.accountId) return true;
  const declaredByOffice = row.applicantAccountId !== row.ownerAccountId;
  return declaredByOffice && isOfficial(identity) && row.applicantOrganizationId === identity.organizationId;
}

/** A professional's identity carries the employer's id but never decides for it. */
const isOfficial = (identity: Identity): boolean => identity.userType !== 'professional' && identity.professionalId === null;

/** By which right somebody decides in the row's lane: the own module, or that of an absent colleague not concerned himself. */
function authorityOver(row: ReviewRow, { identity, absent }: Reviewer, modules: Readonly<Record<string, Module>>): { onBehalfOf: string | null } | null {
  const module = Object.hasOwn(modules, row.lane) ? modules[row.lane] : undefined;
  if (module === undefined || identity.readOnly || !isOfficial(identity)) return null;
  const colleague = absent.find((one) => one.modules.includes(module) && !concerns(row, one.accountId));
  if (!colleague && !identity.modules.has(module)) return null;
  return { onBehalfOf: colleague?.name ?? null };
}

/** The state table has no way on: somebody closed it already, or the decision never fits this state. */
function closed(row: ReviewRow, decision: Decision): Verdict {
  if (decision === 'revoke' && row.status !== 'revoked') {
    return { kind: 'refused', status: 409, code: 'not-approved', message: '只有审核通过的记录可以撤回认定' };
  }
  return { kind: 'conflict' };
}

/** `lastOrganizationId` is of this round: a new round begins without. */
const nextOf = (row: ReviewRow, { decision, toStep }: Question) =>
  nextState({ status: row.status, step: row.step ?? 0, steps: row.steps, decided: row.lastOrganizationId !== null }, decision, toStep);
