import { type Identity, type LearningForm, Refusal } from '@xueshi/core';
import type { Queryable } from '../../query';
import type { Policy } from '../policy/services/policy';
import { lockConfirmation, type ToConfirm, updateConfirmed } from './confirm-hours.sql';
import { selectFormHours } from './duplicates.sql';

/**
 * The figure an office sets (核定学时, decision 15): the office its frozen route names, once, at its step; any other bureau may only lower it, with
 * a reason. What a conversion table yields is never raised. The split by subject follows. Refuses 400 or 403; the whole decision is then undone.
 */
export async function confirmHours(
  trx: Queryable,
  policy: Policy,
  identity: Identity,
  request: { recordId: number; hours: number; reason: string | null },
): Promise<void> {
  const record = await lockConfirmation(trx, request.recordId);
  const { hours } = request;
  if (!record || hours === record.hours) return;
  const form = policy.learningForms.get(record.form);
  if (!form) throw new Refusal(400, 'unknown-form', '没有这种学习形式', 'confirmedHours');
  if (Math.abs(hours * 10 - Math.round(hours * 10)) > 1e-9) throw new Refusal(400, 'invalid', '学时最多一位小数', 'confirmedHours');
  if (record.subject === 'both') throw new Refusal(400, 'not-confirmable', `“${form.name}”按年度标准全额计算，不能核定学时`, 'confirmedHours');
  const names = record.confirmedHours === null && record.confirmingOrganizationId === identity.organizationId;
  if (names) checkTable(form, record, hours);
  else checkLowering(record, identity, request);
  if (form.yearlyCap !== null) {
    const taken = await selectFormHours(trx, { ...record, exceptId: request.recordId });
    if (taken + hours > form.yearlyCap) throw new Refusal(400, 'yearly-cap', `“${form.name}”每年度最多计 ${form.yearlyCap} 学时`, 'confirmedHours');
  }
  await updateConfirmed(trx, request.recordId, hours);
}

/** Only hours somebody states are an office's to raise (rules 一, 二, 十三); a wrong rank or length goes back to the applicant. */
function checkTable(form: LearningForm, record: ToConfirm, hours: number): void {
  if (hours <= record.computedHours || form.rows.some(({ gives }) => gives.kind === 'declared')) return;
  const message = `“${form.name}”按折算标准计 ${record.computedHours} 学时，不能调高；所填内容有误的，请退回修改`;
  throw new Refusal(403, 'above-table', message, 'confirmedHours');
}

function checkLowering(record: ToConfirm, identity: Identity, { hours, reason }: { hours: number; reason: string | null }): void {
  if (identity.organizationKind !== 'bureau') throw new Refusal(403, 'not-confirmer', '本环节不能核定学时，请按所见学时审核', 'confirmedHours');
  if (hours > record.hours) throw new Refusal(403, 'only-lower', '本环节只能核减学时，不能增加', 'confirmedHours');
  if (!reason) throw new Refusal(400, 'reason-missing', '核减学时须填写理由', 'reason');
}
