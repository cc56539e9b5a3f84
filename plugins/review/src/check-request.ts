import { type Decision, type Identity, Refusal, type ReviewRequest } from '@xueshi/core';

const needReason: ReadonlySet<Decision> = new Set(['reject', 'return', 'revoke']);
const mayMark: ReadonlySet<Decision> = new Set(['reject', 'return']);

/** What can be told of a request before any row is read. Throws Refusal 400 naming the field, or 403 for a read-only office. */
export function checkRequest(identity: Identity, request: ReviewRequest): void {
  if (identity.readOnly) throw new Refusal(403, 'read-only', '本单位已注销，只能查看');
  const wrong = (field: string, message: string): never => {
    throw new Refusal(400, 'invalid', message, field);
  };
  const { decision, rows } = request;
  if (needReason.has(decision) && !request.reason) throw new Refusal(400, 'reason-required', '请填写理由', 'reason');
  if (request.marks !== undefined && request.marks.length > 0 && !mayMark.has(decision)) wrong('marks', '只有退回或不通过时可以标记需要修改的项目');
  if (request.toStep !== undefined && decision !== 'return') wrong('toStep', '只有退回时可以指定环节');
  if (request.confirmedHours !== undefined && decision !== 'approve') wrong('confirmedHours', '只有审核通过时可以核定学时');
  if (request.confirmedHours !== undefined && rows?.length !== 1) wrong('confirmedHours', '核定学时只能逐条进行');
  if (rows && new Set(rows.map((row) => row.id)).size !== rows.length) wrong('rows', '同一条记录重复出现');
}
