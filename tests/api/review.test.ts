import type { Identity, ReviewStep } from '@xueshi/core';
import { currentReview, type ReviewRow } from '@xueshi/plugin-review';
import { buildClerk, buildProvince, database, insertRow, type Province } from '../fixtures';
import { type Bookings, booking, identityAt, openBookings, routeOver, stateOf } from '../fixtures/second-subject';

let bookings: Bookings;
let province: Province;
let route: ReviewStep[];
let applicant: Identity;
let employer: Identity;
let authority: Identity;
let city: Identity;

beforeAll(async () => {
  bookings = await openBookings();
  province = await buildProvince();
  const { organizations: offices, people } = province;
  route = routeOver(offices.employer, offices.authority, offices.city);
  applicant = identityAt(people.professional, offices.employer);
  employer = identityAt(people.employerClerk, offices.employer);
  authority = identityAt(people.authorityClerk, offices.authority);
  city = identityAt(people.cityClerk, offices.city);
});
afterAll(() => bookings.close());

const submit = () => bookings.submit({ applicant, route });
const historyOf = async (id: number) => (await bookings.engine.history(booking, id)).history;
const refused = (status: number, code: string, field?: string) => expect.objectContaining({ name: 'Refusal', status, code, ...(field ? { field } : {}) });

/** A booking as a list reads it beside its current review. */
async function listed(id: number): Promise<{ stepName: string | null; overdue: boolean; row: ReviewRow }> {
  const current = currentReview(booking, 'b.id');
  const { rows } = await database().query(
    `select ${current.stepName} as "stepName", ${current.overdue} as overdue, ${current.row} as row from test_bookings b ${current.join} where b.id = $1`,
    [id],
  );
  return rows[0];
}

/** Expects the refusal and that neither the review, nor the booking, nor the history changed. */
async function expectUnchanged(id: number, decision: Promise<unknown>, refusal: unknown): Promise<void> {
  const before = [await bookings.engine.history(booking, id), await bookings.read(id)];
  await expect(decision).rejects.toEqual(refusal);
  expect([await bookings.engine.history(booking, id), await bookings.read(id)]).toEqual(before);
}

describe('the way through the offices', () => {
  it('climbs step by step and is approved at the last', async () => {
    const id = await submit();
    await bookings.decide(employer, 'approve', id);
    expect(await stateOf(bookings, id)).toEqual({ status: 'pending', step: 1, round: 1 });
    await bookings.decide(authority, 'approve', id);
    const answer = await bookings.decide(city, 'approve', id, { reason: undefined });
    expect(answer).toEqual({ counts: { approved: 1 }, rows: [{ id, outcome: 'approved' }], remaining: 0, cursor: null });
    expect(await stateOf(bookings, id)).toEqual({ status: 'approved', step: null, round: 1 });
    expect(await bookings.read(id)).toMatchObject({ state: 'approved', log: ['approve', 'approve', 'approve'] });

    const history = await historyOf(id);
    expect(history.map(({ decision, step, organizationName, actorName }) => [decision, step, organizationName, actorName])).toEqual([
      ['submit', null, applicant.organizationName, applicant.accountName],
      ['approve', 0, employer.organizationName, employer.accountName],
      ['approve', 1, authority.organizationName, authority.accountName],
      ['approve', 2, city.organizationName, city.accountName],
    ]);
    expect(history[0]?.after).toEqual({ seats: 10 });
    expect(history[3]).toMatchObject({ before: { status: 'pending', step: 2 }, after: { status: 'approved', step: null }, reason: null, marks: [] });
  });

  it('notes since when a step waits and until when, and knows what is overdue', async () => {
    const id = await bookings.submit({ applicant, route, at: new Date('2026-01-05T01:00:00Z') });
    const row = async () => {
      const { rows } = await database().query(
        'select step_since, step_due, closed_at, last_organization_id from reviews where subject = $1 and subject_id = $2',
        [booking, id],
      );
      return rows[0];
    };
    expect(await row()).toMatchObject({ step_since: new Date('2026-01-05T01:00:00Z'), step_due: new Date('2026-01-15T01:00:00Z') });
    expect(await listed(id)).toMatchObject({ stepName: employer.organizationName, overdue: true });
    await bookings.decide(employer, 'approve', id);
    const next = await row();
    expect(next.step_due - next.step_since).toBe(10 * 86_400_000);
    expect(next.last_organization_id).toBe(employer.organizationId);
    expect(await listed(id)).toMatchObject({ stepName: authority.organizationName, overdue: false });
    await bookings.decide(authority, 'reject', id);
    expect(await row()).toMatchObject({ step_since: null, step_due: null, closed_at: expect.any(Date), last_organization_id: authority.organizationId });
  });

  it('is rejected at any step, with a reason', async () => {
    const id = await submit();
    await expectUnchanged(id, bookings.decide(employer, 'reject', id, { reason: '' }), refused(400, 'reason-required', 'reason'));
    await bookings.decide(employer, 'reject', id, { reason: '材料不全' });
    expect(await stateOf(bookings, id)).toMatchObject({ status: 'rejected', step: null });
    expect((await historyOf(id)).at(-1)).toMatchObject({ decision: 'reject', reason: '材料不全' });
  });

  it('is returned to the applicant with marked fields, corrected, and begins again at the first step', async () => {
    const id = await submit();
    await bookings.decide(employer, 'approve', id);
    const marks = [{ field: 'seats', remark: '人数不符' }];
    await bookings.decide(authority, 'return', id, { marks, reason: '请更正' });
    expect(await stateOf(bookings, id)).toEqual({ status: 'returned', step: null, round: 1 });

    const correct = (identity: Identity, version: number) =>
      bookings.db.transaction((trx) =>
        bookings.engine.correct(trx, { subject: booking, subjectId: id, identity, before: { seats: 10 }, after: { seats: 8 }, at: new Date(), version }),
      );
    await expectUnchanged(id, correct(employer, 2), refused(403, 'not-yours'));
    await expectUnchanged(id, correct(applicant, 1), refused(409, 'not-returned'));
    await correct(applicant, 2);
    expect(await bookings.engine.history(booking, id)).toMatchObject({ status: 'pending', step: 0, round: 2, version: 3, steps: route });
    await expectUnchanged(id, correct(applicant, 3), refused(409, 'not-returned'));

    const history = await historyOf(id);
    expect(history.map(({ decision, round }) => [decision, round])).toEqual([
      ['submit', 1],
      ['approve', 1],
      ['return', 1],
      ['correct', 2],
    ]);
    expect(history[2]).toMatchObject({ marks, reason: '请更正' });
    expect(history[3]).toMatchObject({ before: { seats: 10 }, after: { seats: 8 } });
    const { rows } = await database().query('select round, current, status from reviews where subject = $1 and subject_id = $2 order by round', [booking, id]);
    expect(rows).toEqual([
      { round: 1, current: false, status: 'returned' },
      { round: 2, current: true, status: 'pending' },
    ]);
  });

  it('is returned to an earlier step of the same round, never to its own or a later one', async () => {
    const id = await submit();
    await bookings.decide(employer, 'approve', id);
    await bookings.decide(authority, 'approve', id);
    await expectUnchanged(id, bookings.decide(city, 'return', id, { toStep: 2 }), refused(400, 'invalid-step', 'toStep'));
    await bookings.decide(city, 'return', id, { toStep: 0 });
    expect(await stateOf(bookings, id)).toEqual({ status: 'pending', step: 0, round: 1 });
    expect(bookings.events.at(-1)).toMatchObject({ decision: 'return', outcome: 'pending', subjectIds: [id] });
    await bookings.decide(employer, 'approve', id);
    expect(await stateOf(bookings, id)).toMatchObject({ status: 'pending', step: 1 });
  });

  it('is withdrawn by the applicant until the first step is decided, or once it has been returned', async () => {
    const early = await submit();
    await expectUnchanged(early, bookings.decide(employer, 'withdraw', early), refused(403, 'not-yours'));
    await bookings.decide(applicant, 'withdraw', early, { reason: undefined });
    expect(await stateOf(bookings, early)).toMatchObject({ status: 'withdrawn', step: null });

    const late = await submit();
    await bookings.decide(employer, 'approve', late);
    await expectUnchanged(late, bookings.decide(applicant, 'withdraw', late), refused(409, 'too-late'));
    await bookings.decide(authority, 'return', late);
    await bookings.decide(applicant, 'withdraw', late);
    expect(await stateOf(bookings, late)).toMatchObject({ status: 'withdrawn' });
    await expectUnchanged(late, bookings.decide(applicant, 'withdraw', late), refused(409, 'already-decided'));
  });

  it('declared by an office for somebody is withdrawn by that office only (D09)', async () => {
    const base = identityAt(province.people.baseClerk, province.organizations.base);
    const id = await bookings.submit({ applicant: base, owner: applicant.accountId, route });
    await expectUnchanged(id, bookings.decide(applicant, 'withdraw', id), refused(403, 'not-yours'));
    const colleague = identityAt(await buildClerk(province.organizations.base, 'base'), province.organizations.base);
    await bookings.decide(colleague, 'withdraw', id);
    expect(await stateOf(bookings, id)).toMatchObject({ status: 'withdrawn' });
  });

  it('is revoked by the office that decided last, nobody else, and stays revoked', async () => {
    const id = await submit();
    await expectUnchanged(id, bookings.decide(employer, 'revoke', id), refused(409, 'not-approved'));
    for (const office of [employer, authority, city]) await bookings.decide(office, 'approve', id);
    const otherCity = identityAt(province.people.otherCityClerk, province.organizations.otherCity);
    await expectUnchanged(id, bookings.decide(authority, 'revoke', id), refused(403, 'not-yours'));
    await expectUnchanged(id, bookings.decide(otherCity, 'revoke', id), refused(404, 'not-found'));
    await expectUnchanged(id, bookings.decide(city, 'revoke', id, { reason: undefined }), refused(400, 'reason-required', 'reason'));
    await bookings.decide(city, 'revoke', id, { reason: '证明材料不实' });
    expect(await stateOf(bookings, id)).toMatchObject({ status: 'revoked' });
    await expectUnchanged(id, bookings.decide(city, 'approve', id), refused(409, 'already-decided'));
    await expectUnchanged(id, bookings.decide(city, 'revoke', id), refused(409, 'already-decided'));
  });
});

describe('who may decide', () => {
  it('never the applicant nor the one the matter is about (X15)', async () => {
    const own = await bookings.submit({ applicant: employer, route });
    await expectUnchanged(own, bookings.decide(employer, 'approve', own), refused(403, 'own-claim'));
    const forClerk = await bookings.submit({ applicant, owner: employer.accountId, route });
    await expectUnchanged(forClerk, bookings.decide(employer, 'approve', forClerk), refused(403, 'own-claim'));
    await expectUnchanged(forClerk, bookings.decide(applicant, 'approve', forClerk), refused(403, 'own-claim'));
    const colleague = identityAt(await buildClerk(province.organizations.employer, 'employer'), province.organizations.employer);
    await bookings.decide(colleague, 'approve', own);
    expect(await stateOf(bookings, own)).toMatchObject({ step: 1 });
  });

  it('only the office whose step it is', async () => {
    const id = await submit();
    await expectUnchanged(id, bookings.decide(authority, 'approve', id), refused(403, 'not-yours'));
    const stranger = identityAt(province.people.foreignEmployerClerk, province.organizations.foreignEmployer);
    await expectUnchanged(id, bookings.decide(stranger, 'approve', id), refused(404, 'not-found'));
  });

  it('only with the module of the lane, only while the office is active, never as a professional of that office', async () => {
    const express = await bookings.submit({ applicant, route, lane: 'express' });
    await expectUnchanged(express, bookings.decide(employer, 'approve', express), refused(403, 'module-missing'));
    await bookings.decide({ ...employer, modules: new Set(['organization-manage']) }, 'approve', express);
    const id = await submit();
    await expectUnchanged(id, bookings.decide({ ...employer, readOnly: true }, 'approve', id), refused(403, 'read-only'));
    const colleague = { ...identityAt(province.people.colleague, province.organizations.employer), modules: employer.modules };
    await expectUnchanged(id, bookings.decide(colleague, 'approve', id), refused(403, 'module-missing'));
  });

  it('a substitute, within the dates; the history shows both names (X05)', async () => {
    const office = province.organizations.employer;
    const substitute = await buildClerk(office, 'employer');
    const powerless = identityAt(substitute, office, ['statistics']);
    const absent = await buildClerk(office, 'employer');
    const role = await insertRow('panel_roles', {
      code: `role-${absent.membershipId}`,
      name: '审核岗',
      user_type: 'employer',
      modules: '["account-review"]',
      organization_id: office.id,
    });
    await database().query('update memberships set panel_role_id = $2 where id = $1', [absent.membershipId, role]);
    const id = await submit();
    const substitution = await insertRow('review_substitutions', {
      absent_membership_id: absent.membershipId,
      substitute_membership_id: substitute.membershipId,
      from_day: '2020-01-01',
      to_day: '2020-12-31',
    });
    await expectUnchanged(id, bookings.decide(powerless, 'approve', id), refused(403, 'module-missing'));
    await database().query("update review_substitutions set to_day = '2999-12-31' where id = $1", [substitution]);
    const absentOwn = await bookings.submit({ applicant: identityAt(absent, office), route });
    await expectUnchanged(absentOwn, bookings.decide(powerless, 'approve', absentOwn), refused(403, 'module-missing'));
    await bookings.decide(powerless, 'approve', id);
    expect((await historyOf(id)).at(-1)).toMatchObject({ actorName: substitute.name, onBehalfOf: absent.name });
  });

  it('tells the buttons of a row, from what a list reads of it', async () => {
    const { row } = await listed(await submit());
    expect(row).toMatchObject({ status: 'pending', lane: 'standard', step: 0, steps: 3, organizationId: employer.organizationId });
    const { available } = bookings.engine;
    expect(available(employer, row)).toEqual(['approve', 'reject', 'return']);
    expect(available(applicant, row)).toEqual(['withdraw']);
    expect(available(authority, row)).toEqual([]);
    expect(available({ ...employer, readOnly: true }, row)).toEqual([]);
    expect(available(applicant, { ...row, step: 1, organizationId: authority.organizationId })).toEqual([]);
    const approved = { ...row, status: 'approved' as const, step: null, organizationId: null, lastOrganizationId: city.organizationId };
    expect(available(city, approved)).toEqual(['revoke']);
    expect(available(authority, approved)).toEqual([]);
  });
});

describe('two at once, and what must not change', () => {
  it('exactly one of two simultaneous decisions wins and leaves one line of history', async () => {
    const second = identityAt(await buildClerk(province.organizations.employer, 'employer'), province.organizations.employer);
    const id = await submit();
    const rows = [{ id, version: 0 }];
    const settled = await Promise.allSettled([bookings.decide(employer, 'approve', id, { rows }), bookings.decide(second, 'reject', id, { rows })]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const history = await historyOf(id);
    expect(history).toHaveLength(2);
    const loser = settled.find((one) => one.status === 'rejected');
    expect(loser?.reason).toEqual(refused(409, 'already-decided'));
    expect(loser?.reason.details).toEqual({
      by: history[1]?.actorName,
      organization: employer.organizationName,
      at: history[1]?.at,
      decision: history[1]?.decision,
    });
    expect(loser?.reason.message).toMatch(/已于 \d{4}-\d\d-\d\d \d\d:\d\d (审核通过|审核不通过)$/);
    expect((await bookings.read(id)).log).toHaveLength(1);
  });

  it('a version seen before a correction is a conflict too', async () => {
    const id = await submit();
    await bookings.decide(employer, 'approve', id);
    await expectUnchanged(id, bookings.decide(authority, 'approve', id, { rows: [{ id, version: 0 }] }), refused(409, 'already-decided'));
  });

  it('a figure is confirmed for one row; the subject may refuse it and everything is undone', async () => {
    const id = await submit();
    await expectUnchanged(id, bookings.decide(employer, 'approve', id, { confirmedHours: 500 }), refused(400, 'too-many-seats', 'confirmedHours'));
    await expectUnchanged(id, bookings.decide(employer, 'reject', id, { confirmedHours: 5 }), refused(400, 'invalid', 'confirmedHours'));
    await bookings.decide(employer, 'approve', id, { confirmedHours: 6 });
    expect(await bookings.read(id)).toMatchObject({ seats: 6 });
    expect((await historyOf(id)).at(-1)).toMatchObject({ before: { status: 'pending', seats: 10 }, after: { status: 'pending', step: 1, seats: 6 } });
  });

  it('the history is append-only', async () => {
    const id = await submit();
    const where = `where subject = '${booking}' and subject_id = ${id}`;
    await expect(database().query(`update review_decisions set reason = 'x' ${where}`)).rejects.toThrow('append-only');
    await expect(database().query(`delete from review_decisions ${where}`)).rejects.toThrow('append-only');
    await expect(database().query('truncate review_decisions cascade')).rejects.toThrow('append-only');
    expect(await historyOf(id)).toHaveLength(1);
  });

  it('refuses what was never declared', async () => {
    await expect(bookings.engine.history(booking, 999_999_999)).rejects.toEqual(refused(404, 'not-found'));
    await expect(bookings.engine.decide(employer, 'unknown-matter', { decision: 'approve', rows: [{ id: 1, version: 0 }] })).rejects.toThrow('not registered');
    expect(() => bookings.engine.register({ code: booking, modules: {}, snapshot: async () => new Map(), onDecided: async () => {} })).toThrow('twice');
  });
});
