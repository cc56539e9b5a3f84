import { henan } from '@xueshi/config';
import {
  decisions,
  nextState,
  type OrganizationNode,
  type RecordSource,
  recordSources,
  resolveRoute,
  reviewStatuses,
  reviewTransitions,
  selectRoute,
} from '@xueshi/core';
import fc from 'fast-check';

describe('the state table', () => {
  test('names every status and every decision', () => {
    expect(Object.keys(reviewTransitions).sort()).toEqual([...reviewStatuses].sort());
    for (const status of reviewStatuses) expect(Object.keys(reviewTransitions[status]).sort()).toEqual([...decisions].sort());
  });

  const move = fc.record({ decision: fc.constantFrom(...decisions), toStep: fc.option(fc.integer({ min: -1, max: 6 }), { nil: undefined }) });
  const state = fc
    .integer({ min: 1, max: 5 })
    .chain((steps) => fc.record({ status: fc.constantFrom(...reviewStatuses), step: fc.integer({ min: 0, max: steps - 1 }), steps: fc.constant(steps) }));

  test('no sequence of decisions reaches an undefined state', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(move, { maxLength: 40 }), (steps, moves) => {
        let now: { status: (typeof reviewStatuses)[number]; step: number } = { status: 'pending', step: 0 };
        for (const { decision, toStep } of moves) {
          const next = nextState({ ...now, steps }, decision, toStep);
          if (next === null) continue;
          expect(reviewStatuses).toContain(next.status);
          if (next.status === 'pending') expect([next.step !== null && next.step >= 0 && next.step < steps]).toEqual([true]);
          else expect(next.step).toBeNull();
          // a corrected declaration starts the next round at the first step
          now = next.status === 'returned' && steps > 1 ? { status: 'pending', step: 0 } : { status: next.status, step: next.step ?? 0 };
        }
      }),
      { seed: 20260106, numRuns: 2000 },
    );
  });

  test('nothing leaves a final state but revoke, and only an approval is revoked', () => {
    fc.assert(
      fc.property(state, move, (from, { decision, toStep }) => {
        const next = nextState(from, decision, toStep);
        if (from.status !== 'pending' && from.status !== 'returned' && next !== null)
          expect([from.status, decision, next.status]).toEqual(['approved', 'revoke', 'revoked']);
        if (decision === 'revoke' && from.status !== 'approved') expect(next).toBeNull();
      }),
      { seed: 20260107, numRuns: 2000 },
    );
  });

  test('every office approves once before the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (steps) => {
        for (let step = 0; step < steps; step += 1) {
          const next = nextState({ status: 'pending', step, steps }, 'approve');
          expect(next).toEqual(step + 1 < steps ? { status: 'pending', step: step + 1 } : { status: 'approved', step: null });
        }
      }),
      { seed: 20260108 },
    );
  });

  test('withdrawing (D07, D08), returning (X07) and steps that do not exist', () => {
    const at = (step: number) => ({ status: 'pending', step, steps: 3 }) as const;
    expect(nextState(at(0), 'withdraw')).toEqual({ status: 'withdrawn', step: null });
    expect(nextState(at(1), 'withdraw')).toBeNull();
    expect(nextState({ ...at(0), decided: true }, 'withdraw')).toBeNull();
    expect(nextState({ status: 'returned', step: 0, steps: 3, decided: true }, 'withdraw')).toEqual({ status: 'withdrawn', step: null });
    expect(nextState({ status: 'returned', step: 2, steps: 3 }, 'withdraw')).toEqual({ status: 'withdrawn', step: null });
    expect(nextState(at(2), 'return')).toEqual({ status: 'returned', step: null });
    expect(nextState(at(2), 'return', 1)).toEqual({ status: 'pending', step: 1 });
    for (const toStep of [2, 3, -1, 0.5]) expect(nextState(at(2), 'return', toStep)).toBeNull();
    expect(nextState(at(2), 'approve', 0)).toBeNull();
    for (const step of [-1, 3, 0.5]) for (const decision of decisions) expect(nextState(at(step), decision)).toBeNull();
  });
});

const node = (id: number, kind: OrganizationNode['kind'], regionLevel: OrganizationNode['regionLevel'], provinceDirect = false): OrganizationNode => ({
  id,
  name: `机构${id}`,
  kind,
  regionLevel,
  provinceDirect,
});
const province = node(1, 'bureau', 'province');
const city = node(2, 'bureau', 'city');
const county = node(3, 'bureau', 'county');
const direct = node(4, 'bureau', 'county', true);
const authority = node(5, 'authority', 'county');
const employer = node(6, 'employer', 'county');
const provincialAuthority = node(7, 'authority', 'province');
const branch = node(8, 'employer', 'county');

const steps = (source: RecordSource, chain: OrganizationNode[], form = 'conference') =>
  resolveRoute(selectRoute(henan.routes, { matter: 'hour-record', source, form }), chain).map((step) => step.organizationId);

describe('routes of hour records', () => {
  test.each<[string, RecordSource, OrganizationNode[], number[]]>([
    ['D05: employer, authority, bureau', 'self', [employer, authority, county, city, province], [6, 5, 3]],
    ['decision 4: a unit under a bureau', 'self', [employer, city, province], [6, 2]],
    ['decision 4: a superior employer', 'self', [branch, employer, authority, county, city, province], [8, 6, 5, 3]],
    ["decision 5: a bureau's own people", 'self', [county, city, province], [3]],
    ['decision 5: at the province, another member', 'bureau', [province], [1]],
    ['decision 5: keyed in by a bureau', 'bureau', [county, city, province], [2]],
    ['D12: declared by the unit, its own step skipped', 'employer', [employer, authority, county, city, province], [5, 3]],
    ['D13: declared by the authority', 'authority', [authority, county, city, province], [3]],
    ['decision 7: a roster takes the chain of the trainee', 'base', [employer, authority, county, city, province], [6, 5, 3]],
  ])('%s', (_, source, chain, expected) => {
    expect(steps(source, chain)).toEqual(expected);
  });

  test.each<[string, RecordSource, OrganizationNode[], number[]]>([
    ['a county is not the end', 'self', [employer, authority, county, city, province], [6, 5, 3, 2]],
    ['a province-administered county is', 'self', [employer, direct, province], [6, 4]],
    ['so is a provincial authority', 'self', [employer, provincialAuthority, province], [6, 7]],
    ['declared by the unit', 'employer', [employer, county, city, province], [3, 2]],
    ['declared by a county', 'bureau', [county, city, province], [2]],
  ])('rule 十三 (decision 17): %s', (_, source, chain, expected) => {
    expect(steps(source, chain, 'other')).toEqual(expected);
  });

  test('the work of bases has a lane of its own (D21)', () => {
    for (const source of recordSources) {
      for (const form of henan.learningForms) {
        expect(selectRoute(henan.routes, { matter: 'hour-record', source, form: form.code }).lane).toBe(source === 'base' ? 'base' : 'standard');
      }
    }
  });

  test('a chain without the end and a matter without a route are errors of the configuration', () => {
    expect(() => steps('self', [employer, authority])).toThrow(/no first-bureau/);
    expect(() => steps('self', [])).toThrow();
    expect(() => steps('self', [employer, county], 'other')).toThrow(/no city-bureau/);
    expect(() => selectRoute(henan.routes, { matter: 'appeal', source: 'self' })).toThrow(/appeal/);
    expect(() =>
      selectRoute(
        henan.routes.map((route) => ({ ...route, enabled: false })),
        { matter: 'hour-record', source: 'self' },
      ),
    ).toThrow();
  });

  test('whatever the tree: no office twice, the last one a bureau, each on the chain in its order', () => {
    const below = fc.array(fc.constantFrom<OrganizationNode['kind']>('authority', 'employer'), { maxLength: 5 });
    fc.assert(
      fc.property(below, fc.constantFrom(...recordSources), (kinds, source) => {
        const chain = [...kinds.map((kind, i) => node(100 + i, kind, 'county')), county, city, province];
        const ids = steps(source, chain);
        const positions = ids.map((id) => chain.findIndex((organization) => organization.id === id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
        expect(chain[positions.at(-1) ?? -1]?.kind).toBe('bureau');
      }),
      { seed: 20260109 },
    );
  });
});
