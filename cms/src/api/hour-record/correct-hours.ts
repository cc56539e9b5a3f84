import { checkSpan, type Declaration, type Identity, Refusal } from '@xueshi/core';
import { dayInChina } from '../../day-in-china';
import type { Queryable } from '../../query';
import { replaceAttachments } from '../attachment/claim-attachments';
import type { Policy } from '../policy/services/policy';
import { applyYearlyCap, assessClaim, checkPeriod, recordOf } from './assess-declaration';
import { checkDeclarer, declaringProfessional } from './check-declarer';
import { checkDocuments } from './check-documents';
import { checkDuplicates } from './check-duplicates';
import { lockDeclarer } from './declarer.sql';
import { selectFormHours } from './duplicates.sql';
import type { HourEngine, Submitted } from './hour-engine';
import { lockOwnRecord, type OwnRecord, updateRecord } from './hour-record.sql';
import { readSnapshots } from './read-snapshots';

/**
 * The professional corrects a returned declaration (X07): a new round on the same frozen route, from its first step. Form and year
 * stay, since the route was chosen by them. The year may have closed meanwhile and the form been switched off: what was taken in
 * in time may be put right (decision 8). Refuses 404 for a record of somebody else, 409 when it is not returned or was changed meanwhile.
 */
export async function correctHours(
  trx: Queryable,
  engine: HourEngine,
  policy: Policy,
  identity: Identity,
  request: { id: number; declaration: Declaration },
  now: Date,
): Promise<Submitted> {
  const { id, declaration } = request;
  const professionalId = declaringProfessional(identity);
  if (declaration.version === undefined) throw new Refusal(400, 'invalid', '请带上所见版本 version', 'version');
  const declarer = checkDeclarer(await lockDeclarer(trx, professionalId));
  const record = await lockOwnRecord(trx, id, professionalId);
  if (!record) throw new Refusal(404, 'not-found', '没有找到该记录，或不在您的管理范围内');
  checkUnchanged(record, declaration);
  const form = policy.learningForms.get(record.form);
  if (!form) throw new Refusal(400, 'unknown-form', '没有这种学习形式', 'form');
  checkPeriod(declaration, dayInChina(now));
  checkDocuments(form, declaration.attachments, policy.settings);

  const claimed = assessClaim(policy, form, declarer, declaration);
  checkSpan(form, claimed.values, declaration);
  const { year, title, startsOn, endsOn } = declaration;
  const compared = { professionalId, form: form.code, year, title, startsOn, endsOn, exceptId: id };
  await checkDuplicates(trx, form, compared, claimed.subject);
  const evaluation = form.yearlyCap === null ? claimed : applyYearlyCap(form, year, claimed, await selectFormHours(trx, compared));

  const before = (await readSnapshots(trx, [id])).get(id) ?? {};
  await updateRecord(trx, id, recordOf(declaration, evaluation, claimed.hours), now);
  await replaceAttachments(trx, { accountId: identity.accountId, recordId: id, wanted: declaration.attachments, at: now });
  const after = (await readSnapshots(trx, [id])).get(id) ?? {};
  await engine.correct(trx, { subject: 'hour-record', subjectId: id, identity, before, after, at: now, version: declaration.version });
  const { hours, generalHours, specialtyHours, explanation } = evaluation;
  return { id, status: 'pending', hours, generalHours, specialtyHours, explanation };
}

function checkUnchanged(record: OwnRecord, declaration: Declaration): void {
  if (record.status !== 'returned') throw new Refusal(409, 'not-returned', '该申报不在退回修改状态，请刷新后查看', undefined, { status: record.status });
  if (declaration.form !== record.form) throw new Refusal(400, 'form-fixed', '退回修改时不能更换学习形式；如需更换，请撤销后重新申报', 'form');
  if (declaration.year !== record.year) throw new Refusal(400, 'year-fixed', '退回修改时不能更换认证年度；如需更换，请撤销后重新申报', 'year');
}
