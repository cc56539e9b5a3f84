import { findForm, type Identity, type OwnQuoteRequest, type Quote, Refusal } from '@xueshi/core';
import type { Queryable } from '../../query';
import type { Policy } from '../policy/services/policy';
import { applyYearlyCap, assessClaim } from './assess-declaration';
import { ownProfessional } from './check-declarer';
import { selectDeclarer } from './declarer.sql';
import { selectFormHours } from './duplicates.sql';

/** The hours the signed-in professional would be credited, with the explanation. Nothing is written. Refuses with 400 like the declaration itself. */
export async function quoteHours(db: Queryable, policy: Policy, identity: Identity, request: OwnQuoteRequest): Promise<Quote> {
  const professionalId = ownProfessional(identity);
  const declarer = await selectDeclarer(db, professionalId);
  if (!declarer) throw new Refusal(403, 'not-professional', '没有您的专业技术人员信息');
  const form = findForm(policy.learningForms, request.form, request.year);
  const evaluation = assessClaim(policy, form, declarer, request);
  const taken = form.yearlyCap === null ? 0 : await selectFormHours(db, { professionalId, form: form.code, year: request.year, exceptId: 0 });
  const { hours, generalHours, specialtyHours, explanation } = applyYearlyCap(form, request.year, evaluation, taken);
  return { hours, generalHours, specialtyHours, explanation };
}
