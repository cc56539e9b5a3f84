import { Refusal } from '@xueshi/core';
import type { Certificates } from '@xueshi/plugin-certificates';
import { defineReviewSubject } from '@xueshi/plugin-review';
import { creditYears, debitYears } from '../annual-result/credit-years';
import type { Policy } from '../policy/services/policy';
import { confirmHours } from './confirm-hours';
import { resetConfirmed } from './confirm-hours.sql';
import { updateFiled, updateStatus } from './hour-record.sql';
import { selectLockedYears } from './locked-years.sql';
import { readSnapshots } from './read-snapshots';

const context = (at: Date) => ({
  policy: strapi.service('api::policy.policy').current() as Policy,
  certificates: strapi.plugin('certificates').service('certificates') as Certificates,
  at,
});

/**
 * 学时申报 under review (D05–D08, D18, D21). Locks are always taken in this order: reviews (the engine), hour records, annual results by
 * person and year, certificate counters.
 */
export const hourRecordReview = defineReviewSubject({
  code: 'hour-record',
  modules: { standard: 'hour-review', base: 'base-hour-review' },

  snapshot: readSnapshots,

  /** What would change a locked year waits for its unlocking. */
  async precondition(trx, { outcome, subjectIds }) {
    if (outcome !== 'approved' && outcome !== 'revoked') return new Map();
    const locked = await selectLockedYears(trx, subjectIds);
    return new Map(locked.map(({ id, year }) => [id, { code: 'year-locked', message: `该人员 ${year} 年度认定结果已锁定，不能变更` }]));
  },

  async onDecided(trx, { decision, outcome, subjectIds, identity, at, reason, confirmedHours }) {
    const { policy, certificates } = context(at);
    if (confirmedHours !== undefined) {
      const [recordId] = subjectIds;
      if (decision !== 'approve' || subjectIds.length !== 1 || recordId === undefined) {
        throw new Refusal(400, 'invalid', '只有逐条审核通过时才能核定学时', 'confirmedHours');
      }
      await confirmHours(trx, policy, identity, { recordId, hours: confirmedHours, reason });
    }
    // On to another office, or back to an earlier one: of the record itself at most a confirmed figure is open again.
    if (outcome === 'advanced') return;
    if (outcome === 'pending') return resetConfirmed(trx, subjectIds);
    await updateStatus(trx, subjectIds, outcome, at);
    const filed = [...policy.learningForms.values()].filter((form) => form.filing).map((form) => form.code);
    if (filed.length > 0 && (outcome === 'approved' || outcome === 'revoked')) await updateFiled(trx, subjectIds, filed, outcome === 'approved' ? at : null);
    if (outcome === 'approved') await creditYears(trx, { policy, certificates, at }, subjectIds);
    if (outcome === 'revoked') await debitYears(trx, { policy, certificates, at }, subjectIds, reason ?? '撤回认定');
  },
});
