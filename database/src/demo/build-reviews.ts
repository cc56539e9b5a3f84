import { type Decision, nextState, type ReviewStatus } from '@xueshi/core';
import type { Offices } from './build-offices';
import type { Declared } from './build-records';
import { dayNumber, daysAfter, momentOf } from './calendar';
import type { Random } from './random';
import type { AccountRow, DecisionRow, MembershipRow, RecordRow, ReviewRow } from './rows';

const reasons = ['证明材料不清晰，请重新上传', '证明材料与申报内容不符', '起止时间填写有误', '申报学时与证明材料不符', '同一学习内容重复申报'];

/** What a record says, with the keys the history shows it by. */
export function snapshotOf(record: RecordRow, attachments: readonly string[]): Record<string, unknown> {
  return {
    form: record.form,
    year: record.year,
    subject: record.subject,
    title: record.title,
    startsOn: record.starts_on,
    endsOn: record.ends_on,
    assessment: record.assessment,
    certificateNumber: record.certificate_number,
    ...Object.fromEntries(Object.entries(record.values).map(([name, value]) => [`values.${name}`, value])),
    declaredHours: record.declared_hours,
    computedHours: record.computed_hours,
    confirmedHours: record.confirmed_hours,
    attachments,
  };
}

/**
 * Plays every declaration through core's own state table, office by office, and writes down what the engine would have: one review per round, one
 * decision a line. Sets the record's status, confirmed hours and the moment of its end.
 */
export function buildReviews(
  random: Random,
  offices: Offices,
  accounts: ReadonlyMap<number, AccountRow>,
  declared: readonly Declared[],
  filesOf: (record: RecordRow) => string[],
  firstId: number,
  today: string,
) {
  const reviews: ReviewRow[] = [];
  const decisions: DecisionRow[] = [];
  const latest = momentOf(dayNumber(today), 0);
  const names = new Map(offices.organizations.map((organization) => [organization.id, organization.name]));
  for (const one of declared) {
    let round = newRound(one, 1, one.record.submitted_at, firstId + reviews.length, 0);
    reviews.push(round);
    const write = (at: string, decision: DecisionRow['decision'], actor: MembershipRow, line: Partial<DecisionRow>): void => {
      decisions.push({
        review_id: round.id,
        subject: 'hour-record',
        subject_id: one.record.id,
        round: round.round,
        step: null,
        decision,
        organization_id: actor.organization_id,
        organization_name: names.get(actor.organization_id) ?? '',
        account_id: actor.account_id,
        membership_id: actor.id,
        actor_name: accounts.get(actor.account_id)?.name ?? '',
        reason: null,
        marks: null,
        before: null,
        after: null,
        created_at: at,
        ...line,
      });
    };
    /** A moment after the last one, never in the future. */
    const later = (at: string): string => {
      const next = daysAfter(at, 0.2 + random.next() * 3);
      return next < latest ? next : daysAfter(at, Math.max(0, (Date.parse(latest) - Date.parse(at)) / 86_400_000) / 2);
    };
    const decide = (at: string, decision: Decision, line: Partial<DecisionRow> = {}): void => {
      const officeId = decision === 'withdraw' ? null : decision === 'revoke' ? round.last_organization_id : round.organization_id;
      const actor = officeId === null ? one.applicant : offices.clerks.get(officeId);
      if (!actor) throw new Error(`organization ${officeId} has no clerk`);
      const before = { status: round.status, step: round.step };
      const next = nextState({ status: round.status, step: round.step ?? 0, steps: one.route.length }, decision);
      if (!next) throw new Error(`record ${one.record.id}: ${decision} is not allowed while ${round.status}`);
      moveTo(round, one, next, at, officeId);
      write(at, decision, actor, { step: before.step, before, after: { status: round.status, step: round.step }, ...line });
    };

    const files = filesOf(one.record);
    write(one.record.submitted_at, 'submit', one.applicant, { after: snapshotOf(one.record, files) });
    let at = one.record.submitted_at;
    if (one.draft.corrected) {
      at = later(at);
      decide(at, 'return', { reason: reasons[0], marks: [{ field: 'attachments', remark: '请上传加盖公章的证明' }] });
      at = later(at);
      round.current = false;
      round = newRound(one, 2, at, firstId + reviews.length, round.version + 1);
      reviews.push(round);
      one.record.submitted_at = at;
      write(at, 'correct', one.applicant, { before: snapshotOf(one.record, []), after: snapshotOf(one.record, files) });
    }
    const fate: ReviewStatus = one.draft.status;
    const steps = one.route.length;
    const approvals = fate === 'approved' || fate === 'revoked' ? steps : fate === 'withdrawn' ? 0 : Math.min(one.draft.passedSteps, steps - 1);
    for (let i = 0; i < approvals; i++) {
      at = later(at);
      decide(at, 'approve');
    }
    if (fate === 'approved' || fate === 'revoked') one.record.confirmed_hours = one.record.computed_hours;
    if (fate === 'approved') {
      one.record.decided_at = at;
      if (one.filing) one.record.filed_at = at;
    }
    if (fate === 'rejected' || fate === 'withdrawn' || fate === 'revoked') {
      at = later(at);
      const closing = { rejected: 'reject', withdrawn: 'withdraw', revoked: 'revoke' } as const;
      decide(at, closing[fate], fate === 'withdrawn' ? {} : { reason: random.pick(reasons) });
      one.record.decided_at = at;
    } else if (fate === 'returned') {
      decide(later(at), 'return', { reason: random.pick(reasons), marks: [{ field: 'endsOn', remark: '与证书载明的时间不一致' }] });
    }
  }
  return { reviews, decisions };
}

function newRound(one: Declared, number: number, at: string, id: number, version: number): ReviewRow {
  const [first] = one.route;
  if (!first) throw new Error(`record ${one.record.id} has no route`);
  return {
    id,
    subject: 'hour-record',
    subject_id: one.record.id,
    round: number,
    current: true,
    status: 'pending',
    lane: one.lane,
    year: one.record.year,
    route: one.route,
    step: 0,
    organization_id: first.organizationId,
    applicant_account_id: one.applicant.account_id,
    applicant_organization_id: one.applicant.organization_id,
    owner_account_id: one.draft.person.account.id,
    submitted_at: at,
    step_since: at,
    step_due: daysAfter(at, first.dueDays),
    closed_at: null,
    last_organization_id: null,
    version,
  };
}

function moveTo(round: ReviewRow, one: Declared, next: { status: ReviewStatus; step: number | null }, at: string, officeId: number | null): void {
  const step = next.step === null ? undefined : one.route[next.step];
  round.status = next.status;
  round.step = next.step;
  round.organization_id = step?.organizationId ?? null;
  round.step_since = step ? at : null;
  round.step_due = step ? daysAfter(at, step.dueDays) : null;
  round.closed_at = step ? null : at;
  round.last_organization_id = officeId ?? round.last_organization_id;
  round.version += 1;
}
