import {
  api,
  approveAll,
  buildClerk,
  buildProfessional,
  buildProvince,
  database,
  decide,
  declare,
  type Person,
  type Province,
  thisYear,
  training,
} from '../fixtures';

let province: Province;
let people: Person[];
let ids: number[];

beforeEach(async () => {
  province = await buildProvince();
  people = [];
  ids = [];
  for (let i = 0; i < 4; i += 1) {
    const person = await buildProfessional(province.organizations.employer);
    people.push(person);
    ids.push(await declare(person, training(person, 'general', 10)));
  }
});

const filter = { tab: 'pending', lane: 'standard', year: thisYear };

/** The list as the browser reads it: how many and when. */
async function seen(who: Person, more: Record<string, unknown> = {}): Promise<{ expected: number; seenAt: string }> {
  const list = await api(`/api/panel/hour-reviews?filter=${encodeURIComponent(JSON.stringify({ ...filter, ...more }))}`, { as: who });
  expect(list.status).toBe(200);
  return { expected: Number(list.headers.get('x-total-count')), seenAt: list.headers.get('x-seen-at') ?? '' };
}
const decideFilter = (who: Person, body: Record<string, unknown>) =>
  api('/api/panel/hour-reviews/review', { method: 'POST', as: who, body: { decision: 'approve', filter, ...body } });
const statesOf = async (of: number[]): Promise<string[]> => {
  const { rows } = await database().query(
    `select status || coalesce(':' || step, '') as state from reviews where subject = 'hour-record' and subject_id = any($1) and current order by subject_id`,
    [of],
  );
  return rows.map(({ state }) => state);
};

it('an office approves everything its filter shows; what a colleague decided meanwhile is reported, what came later is left', async () => {
  const { employerClerk, authorityClerk, cityClerk } = province.people;
  for (const id of ids) expect((await decide(employerClerk, id, 'approve')).status).toBe(200);
  const second = await buildClerk(province.organizations.authority, 'authority');
  const list = await seen(authorityClerk);
  expect(list.expected).toBe(4);
  expect((await decide(second, ids[1] as number, 'reject', { reason: '材料不全' })).status).toBe(200);
  const late = await declare(people[0] as Person, training(people[0] as Person, 'specialty', 12));
  await approveAll([employerClerk], late);

  const answer = await decideFilter(authorityClerk, list);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ counts: { approved: 3, conflict: 1 }, remaining: 0, cursor: null });
  expect(answer.body.rows.find((row: { outcome: string }) => row.outcome === 'conflict')).toMatchObject({
    id: ids[1],
    message: expect.stringContaining(`${second.name} 已于`),
  });
  expect(await statesOf([...ids, late])).toEqual(['pending:2', 'rejected', 'pending:2', 'pending:2', 'pending:1']);

  const last = await decideFilter(cityClerk, await seen(cityClerk));
  expect(last.body.counts).toEqual({ approved: 3 });
  const { rows } = await database().query(
    `select h.status, a.general_hours::float8 as hours from hour_records h left join annual_results a on a.professional_id = h.professional_id and a.year = h.year
     where h.id = any($1) order by h.id`,
    [ids],
  );
  expect(rows.filter(({ status }) => status === 'approved').map(({ hours }) => hours)).toEqual([10, 10, 10]);
});

it('a decision on rows outside the filter is no conflict of this one', async () => {
  const { employerClerk } = province.people;
  const clerk = await buildClerk(province.organizations.employer, 'employer');
  const [first] = people as [Person];
  const mine = { professionalId: first.professionalId };
  const list = await seen(employerClerk, mine);
  expect((await decide(clerk, ids[3] as number, 'approve')).status).toBe(200);
  const answer = await decideFilter(employerClerk, { ...list, filter: { ...filter, ...mine } });
  expect(answer.body.counts).toEqual({ approved: 1 });
});

it('refuses another count than was seen, an undeclared field, a decision without what it needs: nothing changes', async () => {
  const { employerClerk, otherEmployerClerk, professional } = province.people;
  const list = await seen(employerClerk);
  const cases: [Person, Record<string, unknown>, number, Record<string, unknown>][] = [
    [employerClerk, { ...list, expected: 3 }, 409, { code: 'count-changed', details: { expected: 3, actual: 4 } }],
    [employerClerk, { ...list, filter: { ...filter, idNumberDigest: 'x' } }, 400, { code: 'unknown-filter' }],
    [employerClerk, { ...list, decision: 'reject' }, 400, { code: 'reason-required', field: 'reason' }],
    [employerClerk, { ...list, decision: 'close' }, 400, { code: 'invalid', field: 'decision' }],
    [employerClerk, { ...list, confirmedHours: 5 }, 400, { field: 'confirmedHours' }],
    [employerClerk, { ...list, toStep: 0 }, 400, { field: 'toStep' }],
    [employerClerk, { ...list, cursor: "1'; drop table reviews" }, 400, { field: 'cursor' }],
    [employerClerk, { ...list, cursor: '0.1' }, 400, { field: 'cursor' }],
    [employerClerk, { ...list, seenAt: 'yesterday' }, 400, { field: 'seenAt' }],
    [employerClerk, { ...list, seenAt: '2099-01-01T00:00:00.000Z' }, 400, { field: 'seenAt' }],
    [employerClerk, { ...list, filter: JSON.parse('{"__proto__":1,"tab":"pending"}') }, 400, { code: 'malformed-json' }],
    [employerClerk, { filter }, 400, { field: 'expected' }],
    [otherEmployerClerk, list, 409, { code: 'count-changed', details: { expected: 4, actual: 0 } }],
    [professional, list, 403, { code: 'module-missing' }],
  ];
  for (const [who, body, status, error] of cases) {
    const answer = await decideFilter(who, body);
    expect([body, answer.status, answer.body]).toEqual([
      body,
      status,
      { error: expect.objectContaining({ ...error, message: expect.stringMatching(/[一-龥]/) }) },
    ]);
  }
  expect(await statesOf(ids)).toEqual(['pending:0', 'pending:0', 'pending:0', 'pending:0']);
});

it('a locked year holds back its own rows only, in bulk and by filter; one alone is told why', async () => {
  const { employerClerk, authorityClerk, cityClerk } = province.people;
  for (const id of ids) await approveAll([employerClerk, authorityClerk], id);
  const [held] = ids as [number];
  await database().query(
    `insert into annual_results (professional_id, year, organization_id, region_code, general_hours, specialty_hours, locked)
     select h.professional_id, h.year, h.organization_id, o.region_code, 0, 0, true from hour_records h join organizations o on o.id = h.organization_id where h.id = $1`,
    [held],
  );
  const alone = await decide(cityClerk, held, 'approve');
  expect([alone.status, alone.body.error]).toEqual([409, { code: 'year-locked', message: expect.stringContaining(`${thisYear} 年度认定结果已锁定`) }]);
  const answer = await decideFilter(cityClerk, await seen(cityClerk));
  expect(answer.body).toMatchObject({ counts: { approved: 3, refused: 1 }, remaining: 0 });
  expect(answer.body.rows).toContainEqual({ id: held, outcome: 'refused', message: expect.stringContaining('已锁定') });
  expect(await statesOf(ids)).toEqual(['pending:2', 'approved', 'approved', 'approved']);
  // Locked after its approval: nor is it revoked.
  const approved = ids[1] as number;
  await database().query('update annual_results set locked = true where professional_id = $1', [people[1]?.professionalId]);
  const revoked = await decide(cityClerk, approved, 'revoke', { reason: '重复认定' });
  expect([revoked.status, revoked.body.error.code]).toEqual([409, 'year-locked']);
});

it('an applicant cannot withdraw what an office has decided, though it was sent back to the first step (D07)', async () => {
  const [id] = ids as [number];
  const [person] = people as [Person];
  const { employerClerk, authorityClerk } = province.people;
  await decide(employerClerk, id, 'approve');
  expect((await decide(authorityClerk, id, 'return', { reason: '请复核', toStep: 0 })).status).toBe(200);
  const row = await api(`/api/panel/hour-records/${id}`, { as: person });
  expect(row.body).toMatchObject({ status: 'pending', actions: [] });
  const answer = await api('/api/panel/hour-records/review', {
    method: 'POST',
    as: person,
    body: { decision: 'withdraw', rows: [{ id, version: row.body.version }] },
  });
  expect([answer.status, answer.body.error.code]).toEqual([409, 'too-late']);
});

it('the history over HTTP shows names, steps and times', async () => {
  const [id] = ids as [number];
  const { employerClerk, authorityClerk, otherEmployerClerk } = province.people;
  await decide(employerClerk, id, 'approve');
  const answer = await api(`/api/panel/hour-reviews/${id}/history`, { as: authorityClerk });
  expect(answer.body).toMatchObject({
    status: 'pending',
    step: 1,
    round: 1,
    version: 1,
    steps: [{ organizationName: province.organizations.employer.name }, { organizationName: province.organizations.authority.name }, {}],
    history: [
      { decision: 'submit', actorName: people[0]?.name, step: null, after: expect.any(Object), at: expect.stringMatching(/^\d{4}-.*Z$/) },
      { decision: 'approve', actorName: employerClerk.name, organizationName: province.organizations.employer.name, step: 0, marks: [], reason: null },
    ],
  });
  expect((await api(`/api/panel/hour-reviews/${id}/history`, { as: otherEmployerClerk })).status).toBe(404);
});
