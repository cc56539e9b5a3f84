import {
  checkSpan,
  type Declaration,
  declarationOpen,
  findForm,
  type Identity,
  nameConfirmer,
  Refusal,
  resolveRoute,
  routeReaches,
  selectRoute,
} from '@xueshi/core';
import { dayInChina } from '../../day-in-china';
import type { Queryable } from '../../query';
import { claimAttachments } from '../attachment/claim-attachments';
import type { Policy } from '../policy/services/policy';
import { applyYearlyCap, assessClaim, checkPeriod, recordOf } from './assess-declaration';
import { checkDeclarer, declaringProfessional } from './check-declarer';
import { checkDocuments } from './check-documents';
import { checkDuplicates } from './check-duplicates';
import { lockDeclarer, selectChain } from './declarer.sql';
import { selectFormHours } from './duplicates.sql';
import type { HourEngine, Submitted } from './hour-engine';
import { insertRecord } from './hour-record.sql';
import { readSnapshots } from './read-snapshots';

/**
 * A professional declares hours (D01–D05): one record, its documents and its review on the frozen route, or nothing at all.
 * Refuses a closed year (D15), a form that is switched off, values outside the conversion table, missing documents, a duplicate.
 */
export async function declareHours(
  trx: Queryable,
  engine: HourEngine,
  policy: Policy,
  identity: Identity,
  declaration: Declaration,
  now: Date,
): Promise<Submitted> {
  const professionalId = declaringProfessional(identity);
  if (declaration.version !== undefined) throw new Refusal(400, 'invalid', '新申报不带版本号', 'version');
  const today = dayInChina(now);
  const { year, startsOn, endsOn, title } = declaration;
  if (!declarationOpen(policy.settings, year, today)) throw closedYear(year, today);
  const form = findForm(policy.learningForms, declaration.form, year);
  checkPeriod(declaration, today);
  checkDocuments(form, declaration.attachments, policy.settings);
  const declarer = checkDeclarer(await lockDeclarer(trx, professionalId));

  const claimed = assessClaim(policy, form, declarer, declaration);
  checkSpan(form, claimed.values, declaration);
  const compared = { professionalId, form: form.code, year, title, startsOn, endsOn, exceptId: 0 };
  await checkDuplicates(trx, form, compared, claimed.subject);
  const evaluation = form.yearlyCap === null ? claimed : applyYearlyCap(form, year, claimed, await selectFormHours(trx, compared));

  const id = await insertRecord(trx, {
    ...recordOf(declaration, evaluation, claimed.hours),
    professionalId,
    organizationId: declarer.organizationId,
    source: 'self',
    membershipId: identity.membershipId,
    at: now,
  });
  await claimAttachments(trx, { accountId: identity.accountId, recordId: id, wanted: declaration.attachments });

  const route = selectRoute(policy.routes, { matter: 'hour-record', source: 'self', form: form.code });
  const chain = await selectChain(trx, declarer.organizationPath);
  if (!routeReaches(route, chain)) throw new Refusal(409, 'no-bureau', '所在单位的上级中没有可以审核的人社部门，暂不能申报，请联系单位管理员');
  const steps = nameConfirmer(resolveRoute(route, chain), form.confirmer, declarer.organizationId);
  await engine.submit(trx, {
    subject: 'hour-record',
    subjectId: id,
    route: steps,
    lane: route.lane,
    year,
    identity,
    ownerAccountId: declarer.accountId,
    snapshot: (await readSnapshots(trx, [id])).get(id) ?? {},
    at: now,
  });
  const { hours, generalHours, specialtyHours, explanation } = evaluation;
  return { id, status: 'pending', hours, generalHours, specialtyHours, explanation };
}

/** D15, in the words of the source for a past year. */
function closedYear(year: number, today: string): Refusal {
  const current = Number(today.slice(0, 4));
  if (year < current) return new Refusal(400, 'year-closed', '往年学时申报已截止，目前仅可申报当年学时。', 'year');
  const message = year > current ? `${year} 年度学时申报尚未开始` : `${year} 年度学时目前不在申报时间内`;
  return new Refusal(400, 'year-closed', message, 'year');
}
