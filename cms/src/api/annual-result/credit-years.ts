import type { Certificates } from '@xueshi/plugin-certificates';
import type { Queryable } from '../../query';
import type { Policy } from '../policy/services/policy';
import { type ChangingYear, insertYears, type JudgedYear, lockChangingYears, selectCertificateFacts, updateYears } from './annual-result.sql';
import { judgeYears } from './judge-years';

interface Context {
  policy: Policy;
  certificates: Pick<Certificates, 'issueFrom' | 'revoke'>;
  at: Date;
}

type Known = JudgedYear & { id: number };
const isKnown = (year: JudgedYear): year is Known => year.id !== null;

/** More colleagues than that do not make the first entry of the same person's year at the same moment. */
const tries = 20;

/**
 * Credits approved records to their years, in the transaction of the approval: sums, judgement, and a certificate for every year that
 * passes and has none (decision 24). A year that no longer passes, its standard or the person's title having changed since, loses its own.
 * The records' figures are final by now.
 *
 * Each year is written once, judged: what there is already is locked and read, the rest inserted. When another transaction inserted one of
 * those meanwhile, everything since the savepoint is undone, so that locks are always taken in one order, and done again with it in view.
 */
export async function creditYears(trx: Queryable, context: Context, recordIds: readonly number[]): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    await trx.raw('savepoint credit_years');
    const before = await lockChangingYears(trx, recordIds, 1);
    const judged = judgeYears(context.policy, before);
    const known = judged.filter(isKnown);
    const fresh = judged.filter((year) => !isKnown(year));
    const inserted = fresh.length > 0 ? await insertYears(trx, fresh, context.at) : [];
    if (inserted.length < fresh.length) {
      await trx.raw('rollback to savepoint credit_years');
      continue;
    }
    if (known.length > 0) await updateYears(trx, known, context.at);
    await trx.raw('release savepoint credit_years');
    const certified = new Set(before.filter((year) => year.certified).map((year: ChangingYear) => year.id));
    const judgedNow = [...inserted, ...known];
    await withdraw(
      trx,
      context,
      judgedNow.filter(({ id, passed }) => !passed && certified.has(id)).map(({ id }) => id),
    );
    await issue(
      trx,
      context,
      judgedNow.filter(({ id, passed }) => passed && !certified.has(id)).map(({ id }) => id),
    );
    return;
  }
  throw new Error(`creditYears: years of ${recordIds.length} records kept being made by others`);
}

/**
 * Takes revoked records off their years (decision 18): recalculated, their certificates revoked; a year that still passes without them
 * gets its next edition, since the old one listed them.
 */
export async function debitYears(trx: Queryable, context: Context, recordIds: readonly number[], reason: string): Promise<void> {
  const judged = judgeYears(context.policy, await lockChangingYears(trx, recordIds, -1)).filter(isKnown);
  await updateYears(trx, judged, context.at);
  const subjectIds = judged.map(({ id }) => id);
  await context.certificates.revoke(trx, { subject: 'annual-result', subjectIds, reason, at: context.at });
  await issue(
    trx,
    context,
    judged.filter(({ passed }) => passed).map(({ id }) => id),
  );
}

/** Not by a decision on the hours: the year is judged anew and falls short. */
async function withdraw(trx: Queryable, { certificates, at }: Context, subjectIds: readonly number[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await certificates.revoke(trx, { subject: 'annual-result', subjectIds, reason: '按现行学时标准重新认定，该年度未通过', at });
}

async function issue(trx: Queryable, { policy, certificates, at }: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const names = {
    levels: Object.fromEntries([...(policy.dictionaries.get('title-level')?.values() ?? [])].map(({ code, name }) => [code, name])),
    forms: Object.fromEntries([...policy.learningForms.values()].map(({ code, name }) => [code, name])),
  };
  await certificates.issueFrom(trx, { subject: 'annual-result', subjectIds: ids, facts: selectCertificateFacts(ids, names) }, at);
}
