import type { Certificates } from '@xueshi/plugin-certificates';
import type { Queryable } from '../../query';
import type { Policy } from '../policy/services/policy';
import { addHours, lockYears, selectCertificateFacts, subtractHours } from './annual-result.sql';
import { certificateOrder } from './certificate-order';
import { judgeYears } from './judge-years';

interface Context {
  policy: Policy;
  certificates: Pick<Certificates, 'issue' | 'revoke'>;
  at: Date;
}

/**
 * Credits approved records to their years, in the transaction of the approval: sums, judgement, and a certificate for every year that
 * begins to pass (decision 24). The records' figures are final by now.
 */
export async function creditYears(trx: Queryable, context: Context, recordIds: readonly number[]): Promise<void> {
  const years = await addHours(trx, recordIds, context.at);
  const { newlyPassing } = await judgeYears(trx, context.policy, years, context.at);
  await issue(trx, context, newlyPassing);
}

/**
 * Takes revoked records off their years (decision 18): recalculated, their certificates revoked; a year that still passes without them
 * gets its next edition, since the old one listed them.
 */
export async function debitYears(trx: Queryable, context: Context, recordIds: readonly number[], reason: string): Promise<void> {
  await lockYears(trx, recordIds);
  const years = await subtractHours(trx, recordIds, context.at);
  const { passing } = await judgeYears(trx, context.policy, years, context.at);
  await context.certificates.revoke(trx, { subject: 'annual-result', subjectIds: years.map((year) => year.id), reason, at: context.at });
  await issue(trx, context, passing);
}

async function issue(trx: Queryable, { policy, certificates, at }: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const facts = await selectCertificateFacts(trx, ids);
  await certificates.issue(
    trx,
    facts.map((one) => certificateOrder(policy, one)),
    at,
  );
}
