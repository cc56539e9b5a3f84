import { decisions, type Identity, nextState, type ReviewStatus, type ReviewStep } from '@xueshi/core';
import fc from 'fast-check';
import { buildProvince, database, type Province } from '../fixtures';
import { type Bookings, booking, identityAt, openBookings, routeOver } from '../fixtures/second-subject';

let bookings: Bookings;
let offices: Identity[];
let applicant: Identity;
let route: ReviewStep[];

beforeAll(async () => {
  bookings = await openBookings();
  const province: Province = await buildProvince();
  const { employer, authority, city } = province.organizations;
  route = routeOver(employer, authority, city);
  applicant = identityAt(province.people.professional, employer);
  offices = [
    identityAt(province.people.employerClerk, employer),
    identityAt(province.people.authorityClerk, authority),
    identityAt(province.people.cityClerk, city),
  ];
});
afterAll(() => bookings.close());

type Move = { by: number; decision: (typeof decisions)[number] | 'correct'; toStep?: number };
/** Who acts: an office by its step, or the applicant (3). */
const moves = (steps: number): fc.Arbitrary<Move> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ by: fc.nat(steps), decision: fc.constantFrom(...decisions) }).map(({ by, decision }) => ({ by: by === steps ? 3 : by, decision })),
    },
    { weight: 2, arbitrary: fc.record({ by: fc.nat(steps - 1), decision: fc.constant('return' as const), toStep: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.constant({ by: 3, decision: 'correct' as const }) },
    { weight: 4, arbitrary: fc.record({ by: fc.nat(steps - 1), decision: fc.constant('approve' as const) }) },
  );

interface Model {
  status: ReviewStatus;
  step: number;
  steps: number;
  round: number;
  last: number | null;
}

/** What the rules say without any database: the state after the move, or null when it must be refused. */
function expected(model: Model, { by, decision, toStep }: Move): Model | null {
  const { status, step, steps } = model;
  if (decision === 'correct') return status === 'returned' && by === 3 ? { ...model, status: 'pending', step: 0, round: model.round + 1, last: null } : null;
  if ((decision === 'withdraw') !== (by === 3)) return null;
  if (decision === 'revoke' && model.last !== by) return null;
  if (decision !== 'revoke' && decision !== 'withdraw' && step !== by) return null;
  const next = nextState({ status, step, steps, decided: model.last !== null }, decision, toStep);
  return next && { ...model, status: next.status, step: next.step ?? 0, last: decision === 'withdraw' ? model.last : by };
}

it('any sequence of decisions through the engine ends where the state table says, one line of history for each that was allowed', async () => {
  const cases = fc.integer({ min: 1, max: 3 }).chain((steps) => fc.tuple(fc.constant(steps), fc.array(moves(steps), { minLength: 1, maxLength: 8 })));
  await fc.assert(
    fc.asyncProperty(cases, async ([steps, sequence]) => {
      const id = await bookings.submit({ applicant, route: route.slice(0, steps) });
      let model: Model = { status: 'pending', step: 0, steps, round: 1, last: null };
      let lines = 1;
      for (const move of sequence) {
        const next = expected(model, move);
        const done = await act(id, move);
        expect([move, done]).toEqual([move, next !== null]);
        if (next) {
          model = next;
          lines += 1;
        }
        const now = await bookings.engine.history(booking, id);
        expect({ status: now.status, step: now.step ?? 0, round: now.round, version: now.version, lines: now.history.length }).toEqual({
          status: model.status,
          step: model.step,
          round: model.round,
          version: lines - 1,
          lines,
        });
      }
      await expectConsistent(id);
    }),
    { numRuns: 30, seed: 20_260_101 },
  );
}, 60_000);

/** Does the move as that identity. Whether it went through; anything but a refusal fails the test. */
async function act(id: number, { by, decision, toStep }: Move): Promise<boolean> {
  const who = by === 3 ? applicant : (offices[by] as Identity);
  try {
    if (decision === 'correct') {
      const version = await bookings.version(id);
      await bookings.db.transaction((trx) =>
        bookings.engine.correct(trx, { subject: booking, subjectId: id, identity: who, before: {}, after: {}, at: new Date(), version }),
      );
    } else await bookings.decide(who, decision, id, toStep === undefined ? {} : { toStep });
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'Refusal' });
    return false;
  }
}

/** Exactly one current round; an office holds it exactly while it is pending; the subject got every decision. */
async function expectConsistent(id: number): Promise<void> {
  const { rows } = await database().query(
    `select r.status, r.step, r.organization_id, (r.route -> r.step ->> 'organizationId')::int as "ofRoute", r.step_due is not null as due, r.closed_at is not null as closed
     from reviews r where r.subject = $1 and r.subject_id = $2 and r.current`,
    [booking, id],
  );
  expect(rows).toHaveLength(1);
  const pending = rows[0].status === 'pending';
  expect(rows[0].organization_id).toBe(rows[0].ofRoute);
  expect([rows[0].due, rows[0].closed]).toEqual([pending, !pending]);
  const lines = (await bookings.engine.history(booking, id)).history.map(({ decision }) => decision).filter((one) => one !== 'submit' && one !== 'correct');
  expect((await bookings.read(id)).log).toEqual(lines);
}
