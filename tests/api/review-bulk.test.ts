import type { Identity, ReviewAnswer, ReviewRequest, ReviewStep } from '@xueshi/core';
import { buildClerk, buildProvince, database, type Province } from '../fixtures';
import { amongYear, type Bookings, booking, identityAt, openBookings, queueOf, routeOver, stateOf } from '../fixtures/second-subject';

let bookings: Bookings;
/** The same engine with at most 4 rows in one transaction. */
let small: Bookings;
let province: Province;
let route: ReviewStep[];
let applicant: Identity;
let employer: Identity;
let colleague: Identity;
let authority: Identity;
let year = 2000;

beforeAll(async () => {
  bookings = await openBookings();
  small = await openBookings(4);
  province = await buildProvince();
  const { organizations: offices, people } = province;
  route = routeOver(offices.employer, offices.authority);
  applicant = identityAt(people.professional, offices.employer);
  employer = identityAt(people.employerClerk, offices.employer);
  colleague = identityAt(await buildClerk(offices.employer, 'employer'), offices.employer);
  authority = identityAt(people.authorityClerk, offices.authority);
});
afterAll(() => Promise.all([bookings.close(), small.close()]));
// Each test has the queue of a year of its own.
beforeEach(() => {
  year += 2;
});

const refused = (code: string, details?: Record<string, unknown>) =>
  expect.objectContaining({ name: 'Refusal', status: code === 'invalid' ? 400 : 409, code, ...(details ? { details } : {}) });

async function submitMany(count: number, of = year): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await bookings.submit({ applicant, route, year: of }));
  return ids;
}

/** The database's clock, as a list answers it, apart by a millisecond from what was done before and will be after. */
async function seeNow(): Promise<string> {
  await database().query('select pg_sleep(0.002)');
  const { rows } = await database().query<{ at: Date }>('select clock_timestamp() as at');
  await database().query('select pg_sleep(0.002)');
  return rows[0]?.at.toISOString() ?? '';
}

interface ByFilter {
  with?: Bookings;
  decision?: ReviewRequest['decision'];
  expected: number;
  seenAt: string;
  cursor?: string;
  among?: boolean;
}
const decideAll = (
  identity: Identity,
  { with: of = bookings, decision = 'approve', expected, seenAt, cursor, among = true }: ByFilter,
): Promise<ReviewAnswer> =>
  of.engine.decide(
    identity,
    booking,
    { decision, reason: '理由', filter: {}, expected, seenAt, cursor },
    queueOf(identity.organizationId === authority.organizationId ? province.organizations.authority : province.organizations.employer, year),
    among ? amongYear(year) : undefined,
  );
const steps = async (ids: number[]) => Promise.all(ids.map(async (id) => (await stateOf(bookings, id)).step));
const historySize = async (ids: number[]): Promise<number> => {
  const { rows } = await database().query('select count(*)::int as n from review_decisions where subject = $1 and subject_id = any($2)', [booking, ids]);
  return rows[0].n;
};

describe('rows named one by one', () => {
  it('answers each row and decides those that can be decided', async () => {
    const [good, decided, own, elsewhere, stale] = (await submitMany(5)) as [number, number, number, number, number];
    await bookings.decide(colleague, 'approve', decided);
    await bookings.decide(employer, 'approve', elsewhere);
    await bookings.decide(employer, 'approve', stale);
    await bookings.decide(authority, 'return', stale, { toStep: 0 });
    await database().query('update reviews set owner_account_id = $2 where subject_id = $1 and subject = $3', [own, employer.accountId, booking]);
    const answer = await bookings.decide(employer, 'approve', 0, {
      rows: [
        { id: good, version: 0 },
        { id: decided, version: 0 },
        { id: own, version: 0 },
        { id: elsewhere, version: 1 },
        { id: stale, version: 0 },
        { id: 999_999_999, version: 0 },
      ],
    });
    expect(answer.counts).toEqual({ approved: 1, conflict: 2, refused: 1, 'not-yours': 2 });
    expect(answer.rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      [good, 'approved'],
      [decided, 'conflict'],
      [own, 'refused'],
      [elsewhere, 'not-yours'],
      [stale, 'conflict'],
      [999_999_999, 'not-yours'],
    ]);
    expect(answer.rows[1]?.message).toContain(`${colleague.accountName} 已于`);
    expect(await steps([good, decided, own, elsewhere, stale])).toEqual([1, 1, 0, 1, 0]);
  });

  it('refuses rows in different steps one by one, never bypassing a step (X17)', async () => {
    const [first, second] = (await submitMany(2)) as [number, number];
    await bookings.decide(employer, 'approve', second);
    const answer = await bookings.decide(authority, 'approve', 0, {
      rows: [
        { id: first, version: 0 },
        { id: second, version: 1 },
      ],
    });
    expect(answer.counts).toEqual({ 'not-yours': 1, approved: 1 });
    expect(await stateOf(bookings, first)).toMatchObject({ status: 'pending', step: 0 });
  });

  it('refuses the same row twice, and a confirmed figure for several', async () => {
    const [a, b] = (await submitMany(2)) as [number, number];
    const rows = [a, b].map((id) => ({ id, version: 0 }));
    await expect(bookings.decide(employer, 'approve', a, { rows: [...rows, { id: a, version: 0 }] })).rejects.toEqual(refused('invalid'));
    await expect(bookings.decide(employer, 'approve', a, { rows, confirmedHours: 3 })).rejects.toEqual(refused('invalid'));
    expect(await historySize([a, b])).toBe(2);
  });

  it('refuses those the subject itself holds back; one row alone with its own reason', async () => {
    const [free, held] = (await submitMany(2)) as [number, number];
    const obstacle = { code: 'room-closed', message: '房间已关闭' };
    bookings.obstacles.set(held, obstacle);
    const both = (version: number) => [free, held].map((id) => ({ id, version }));
    // On to the next office nothing stands in the way.
    expect((await bookings.decide(employer, 'approve', 0, { rows: both(0) })).counts).toEqual({ approved: 2 });
    const answer = await bookings.decide(authority, 'approve', 0, { rows: both(1) });
    expect(answer.rows).toEqual([
      { id: free, outcome: 'approved' },
      { id: held, outcome: 'refused', message: '房间已关闭' },
    ]);
    expect(await stateOf(bookings, held)).toMatchObject({ status: 'pending', step: 1 });
    await expect(bookings.decide(authority, 'approve', held)).rejects.toEqual(expect.objectContaining({ status: 409, ...obstacle }));
    const byFilter = await decideAll(authority, { expected: 1, seenAt: await seeNow() });
    expect(byFilter.counts).toEqual({ refused: 1 });
    expect(await historySize([free, held])).toBe(5);
  });

  it('only within the selection', async () => {
    const [a, b] = (await submitMany(2)) as [number, number];
    const rows = [a, b].map((id) => ({ id, version: 0 }));
    const onlyA = { sql: 'select ?::int as id', bindings: [a] };
    const answer = await bookings.engine.decide(employer, booking, { decision: 'approve', rows }, onlyA);
    expect(answer.rows.map(({ outcome }) => outcome)).toEqual(['approved', 'not-yours']);
    await expect(bookings.engine.decide(employer, booking, { decision: 'approve', rows: [{ id: b, version: 0 }] }, onlyA)).rejects.toEqual(
      expect.objectContaining({ status: 404, code: 'not-found' }),
    );
    expect(await steps([a, b])).toEqual([1, 0]);
  });
});

describe('everything a filter shows', () => {
  it('is decided in one go, one event per outcome', async () => {
    const ids = await submitMany(6);
    await submitMany(1, year + 1);
    const seenAt = await seeNow();
    const answer = await decideAll(employer, { expected: 6, seenAt });
    expect(answer).toMatchObject({ counts: { approved: 6 }, remaining: 0, cursor: null });
    expect(bookings.events.at(-1)).toMatchObject({ decision: 'approve', outcome: 'advanced', subjectIds: ids });
    expect(await historySize(ids)).toBe(12);
    const last = await decideAll(authority, { expected: 6, seenAt: await seeNow() });
    expect(last.counts).toEqual({ approved: 6 });
    expect(bookings.events.at(-1)).toMatchObject({ outcome: 'approved', subjectIds: ids });
    await expect(decideAll(authority, { expected: 1, seenAt: await seeNow() })).rejects.toEqual(refused('count-changed', { expected: 1, actual: 0 }));
  });

  it.each([true, false])('reports what a colleague decided meanwhile (told by filter: %s)', async (among) => {
    const ids = await submitMany(4);
    const seenAt = await seeNow();
    await bookings.decide(colleague, 'reject', ids[1] as number);
    const answer = await decideAll(employer, { expected: 4, seenAt, among });
    expect(answer.counts).toEqual({ approved: 3, conflict: 1 });
    expect(answer.rows.find(({ outcome }) => outcome === 'conflict')).toMatchObject({
      id: ids[1],
      message: expect.stringMatching(`${colleague.accountName} 已于.*审核不通过`),
    });
    expect(await stateOf(bookings, ids[1] as number)).toMatchObject({ status: 'rejected' });
  });

  it('does not take a row outside the filter for one of its own', async () => {
    const ids = await submitMany(3);
    const [other] = (await submitMany(1, year + 1)) as [number];
    const seenAt = await seeNow();
    await bookings.decide(colleague, 'approve', other);
    expect((await decideAll(employer, { expected: 3, seenAt })).counts).toEqual({ approved: 3 });
    expect(await steps(ids)).toEqual([1, 1, 1]);
  });

  it('skips what came after it was seen, also a row that was returned and corrected', async () => {
    const ids = await submitMany(3);
    const again = ids[0] as number;
    const seenAt = await seeNow();
    await bookings.decide(colleague, 'return', again);
    await bookings.db.transaction((trx) =>
      bookings.engine.correct(trx, { subject: booking, subjectId: again, identity: applicant, before: {}, after: {}, at: new Date(), version: 1 }),
    );
    const [late] = (await submitMany(1)) as [number];
    const answer = await decideAll(employer, { expected: 3, seenAt });
    expect(answer.counts).toEqual({ approved: 2, conflict: 1 });
    expect(await steps([again, late])).toEqual([0, 0]);
  });

  it('writes nothing when the count is not what was seen', async () => {
    const ids = await submitMany(3);
    const seenAt = await seeNow();
    await expect(decideAll(employer, { expected: 5, seenAt })).rejects.toEqual(refused('count-changed', { expected: 5, actual: 3 }));
    await expect(decideAll(employer, { expected: 2, seenAt })).rejects.toEqual(refused('count-changed', { expected: 2, actual: 3 }));
    expect(await historySize(ids)).toBe(3);
    expect(await steps(ids)).toEqual([0, 0, 0]);
  });

  it('goes on by cursor when there are more rows than one transaction takes', async () => {
    const ids = await submitMany(10);
    const own = ids[2] as number;
    await database().query('update reviews set owner_account_id = $2 where subject_id = $1 and subject = $3', [own, employer.accountId, booking]);
    const seenAt = await seeNow();
    const first = await decideAll(employer, { with: small, expected: 10, seenAt });
    expect(first).toMatchObject({ counts: { approved: 3, refused: 1 }, remaining: 6, cursor: expect.any(String) });
    await bookings.decide(colleague, 'approve', ids[5] as number);
    await submitMany(1);
    const second = await decideAll(employer, { with: small, expected: 10, seenAt, cursor: first.cursor ?? '' });
    expect(second).toMatchObject({ counts: { approved: 4, conflict: 1 }, remaining: 1 });
    const third = await decideAll(employer, { with: small, expected: 10, seenAt, cursor: second.cursor ?? '' });
    expect(third).toMatchObject({ counts: { approved: 1 }, remaining: 0, cursor: null });
    expect(await steps(ids)).toEqual(ids.map((id) => (id === own ? 0 : 1)));
    await expect(decideAll(employer, { expected: 1, seenAt, cursor: 'nonsense' })).rejects.toEqual(refused('invalid'));
  });

  it('takes no cursor but the one it gave for this decision, and no list of a time to come', async () => {
    const ids = await submitMany(6);
    const seenAt = await seeNow();
    const { cursor } = await decideAll(employer, { with: small, expected: 6, seenAt });
    const given = cursor ?? '';
    const [after, since, signature] = given.split('.');
    const otherTime = new Date(Date.parse(seenAt) - 1000).toISOString();
    const forged: Parameters<typeof decideAll>[] = [
      [employer, { expected: 6, seenAt, cursor: '0.1' }],
      [employer, { expected: 6, seenAt, cursor: `0.${since}.${signature}` }],
      [employer, { expected: 6, seenAt, cursor: `${after}.1.${signature}` }],
      [employer, { expected: 6, seenAt, cursor: given, decision: 'reject' }],
      [employer, { expected: 6, seenAt: otherTime, cursor: given }],
      [colleague, { expected: 6, seenAt, cursor: given }],
    ];
    for (const [who, how] of forged) await expect(decideAll(who, how)).rejects.toEqual(refused('invalid'));
    const late = new Date(Date.now() + 3_600_000).toISOString();
    await expect(decideAll(employer, { expected: 2, seenAt: late })).rejects.toEqual(expect.objectContaining({ status: 400, field: 'seenAt' }));
    expect(await steps(ids)).toEqual([1, 1, 1, 1, 0, 0]);
    expect((await decideAll(employer, { with: small, expected: 6, seenAt, cursor: given })).counts).toEqual({ approved: 2 });
  });

  it('two reviewers at once decide every row exactly once', async () => {
    const ids = await submitMany(12);
    const seenAt = await seeNow();
    const settled = await Promise.allSettled([
      decideAll(employer, { expected: 12, seenAt }),
      decideAll(colleague, { decision: 'reject', expected: 12, seenAt }),
    ]);
    const done = settled.map((one) => (one.status === 'fulfilled' ? (one.value.counts.approved ?? 0) + (one.value.counts.rejected ?? 0) : 0));
    expect(done.reduce((sum, n) => sum + n)).toBe(12);
    expect(await historySize(ids)).toBe(24);
    for (const id of ids) expect((await bookings.read(id)).log).toHaveLength(1);
  });

  it('counts instead of naming beyond 1,000 rows', async () => {
    await database().query(
      `with b as (insert into test_bookings (seats) select 1 from generate_series(1, 1200) returning id)
       insert into reviews (subject, subject_id, round, status, lane, year, route, step, organization_id, applicant_account_id, owner_account_id, submitted_at, step_since)
       select $1, id, 1, 'pending', 'standard', $5, $2::jsonb, 0, $3, $4, $4, now(), now() from b`,
      [booking, JSON.stringify(route), employer.organizationId, applicant.accountId, year],
    );
    const answer = await decideAll(employer, { expected: 1200, seenAt: await seeNow() });
    expect(answer).toEqual({ counts: { approved: 1200 }, rows: [], remaining: 0, cursor: null });
  });
});
