import { describeRecomputation, recompute } from '@xueshi/database';
import { Client } from 'pg';
import {
  api,
  approveAll,
  buildProfessional,
  buildProvince,
  conference,
  database,
  decide,
  declare,
  environment,
  type Province,
  thisYear,
  training,
} from '../fixtures';

/** Whole ways through three offices: many requests a test. */
jest.setTimeout(60_000);

let p: Province;
let offices: Province['people']['employerClerk'][];
beforeAll(async () => {
  p = await buildProvince();
  offices = [p.people.employerClerk, p.people.authorityClerk, p.people.cityClerk];
});

async function resultOf(professionalId: number | null) {
  const { rows } = await database().query(
    `select ar.id, ar.general_hours::float8 as general, ar.specialty_hours::float8 as specialty, ar.required_general::float8 as "requiredGeneral",
       ar.required_specialty::float8 as "requiredSpecialty", ar.passed, ar.passed_at, ar.band,
       (select json_agg(json_build_object('status', c.status, 'edition', c.edition) order by c.edition)
          from certificates c where c.subject = 'annual-result' and c.subject_id = ar.id) as certificates
     from annual_results ar where ar.professional_id = $1 and ar.year = $2`,
    [professionalId, thisYear],
  );
  return rows[0];
}

async function recomputed(options: Parameters<typeof recompute>[1] = {}) {
  const client = new Client({ connectionString: environment.databaseUrl() });
  await client.connect();
  try {
    return await recompute(client, options);
  } finally {
    await client.end();
  }
}

describe('the year of one person, end to end', () => {
  test('declared, approved by three offices, passed, certified; revoked, no longer passed, certificate revoked', async () => {
    const who = p.people.professional;
    const general = await declare(who, training(who, 'general', 30));
    const specialty = await declare(who, training(who, 'specialty', 50));
    const third = await declare(who, conference(who));
    expect(await resultOf(who.professionalId)).toBeUndefined();
    await approveAll(offices.slice(0, 2), general);
    expect(await resultOf(who.professionalId)).toBeUndefined();
    await approveAll(offices.slice(2), general);
    expect(await resultOf(who.professionalId)).toMatchObject({
      general: 30,
      specialty: 0,
      requiredGeneral: 30,
      requiredSpecialty: 60,
      passed: false,
      band: 'senior',
      certificates: null,
    });

    await approveAll(offices, specialty);
    expect(await resultOf(who.professionalId)).toMatchObject({ general: 30, specialty: 50, passed: false, passed_at: null });
    const before = (await api(`/api/panel/progress?year=${thisYear}`, { as: who })).body;
    expect(before).toMatchObject({
      year: thisYear,
      generalHours: 30,
      specialtyHours: 50,
      pendingHours: 24,
      requiredGeneral: 30,
      requiredSpecialty: 60,
      passed: false,
      closesOn: `${thisYear}-12-31`,
      certificateNumber: null,
      byForm: [{ form: 'training', hours: 80 }],
    });

    await approveAll(offices, third);
    expect(await resultOf(who.professionalId)).toMatchObject({ specialty: 74, passed: true, certificates: [{ status: 'valid', edition: 1 }] });
    const progress = (await api('/api/panel/progress', { as: who })).body;
    expect(progress).toMatchObject({ passed: true, pendingHours: 0, certificateNumber: expect.any(String) });
    const listed = (await api('/api/panel/annual-results', { as: who })).body;
    expect(listed).toMatchObject([
      { year: thisYear, passed: true, totalHours: 104, certificateNumber: progress.certificateNumber, professionalName: who.name },
    ]);
    const verification = await api(`/api/certificates/${encodeURIComponent(progress.certificateNumber)}/verification`);
    expect(verification).toMatchObject({ status: 200, body: { status: 'valid', generalHours: 30, specialtyHours: 74, year: thisYear } });

    expect(await decide(p.people.authorityClerk, specialty, 'revoke', { reason: '材料虚假' })).toMatchObject({ status: 403 });
    expect(await decide(p.people.cityClerk, specialty, 'revoke')).toMatchObject({ status: 400, body: { error: { field: 'reason' } } });
    expect((await decide(p.people.cityClerk, specialty, 'revoke', { reason: '材料虚假' })).status).toBe(200);
    expect(await resultOf(who.professionalId)).toMatchObject({
      general: 30,
      specialty: 24,
      passed: false,
      passed_at: null,
      certificates: [{ status: 'revoked' }],
    });
    expect((await api(`/api/certificates/${encodeURIComponent(progress.certificateNumber)}/verification`)).body).toMatchObject({
      status: 'revoked',
      reason: '认定的学时有变更，发证机关已作废该证书',
    });
  });

  test('a year that still passes after a revocation gets its next edition', async () => {
    const who = p.people.colleague;
    const ids = [await declare(who, training(who, 'general', 30)), await declare(who, training(who, 'specialty', 60)), await declare(who, conference(who))];
    for (const id of ids) await approveAll(offices, id);
    expect((await resultOf(who.professionalId)).certificates).toEqual([{ status: 'valid', edition: 1 }]);
    expect((await decide(p.people.cityClerk, ids[2] as number, 'revoke', { reason: '重复' })).status).toBe(200);
    expect(await resultOf(who.professionalId)).toMatchObject({
      specialty: 60,
      passed: true,
      certificates: [
        { status: 'revoked', edition: 1 },
        { status: 'valid', edition: 2 },
      ],
    });
  });

  test('the general hours of one do not make up for the specialty hours of the other', async () => {
    const who = p.people.otherProfessional;
    const id = await declare(who, training(who, 'general', 90));
    await approveAll([p.people.otherEmployerClerk, p.people.authorityClerk, p.people.cityClerk], id);
    expect(await resultOf(who.professionalId)).toMatchObject({ general: 90, specialty: 0, passed: false });
  });

  test('another office and another person do not see the year', async () => {
    const list = async (who: Parameters<typeof decide>[0]) =>
      (await api('/api/panel/annual-results', { as: who })).body.map((row: { professionalName: string }) => row.professionalName);
    expect(await list(p.people.otherCityClerk)).toEqual([]);
    expect(await list(p.people.foreignProfessional)).toEqual([]);
    expect(await list(p.people.otherEmployerClerk)).toEqual([p.people.otherProfessional.name]);
    expect(await list(p.people.cityClerk)).toContain(p.people.professional.name);
  });
});

test('approvals of one person at once add up', async () => {
  const who = await buildProfessional(p.organizations.employer);
  const ids: number[] = [];
  for (let i = 0; i < 6; i += 1) ids.push(await declare(who, training(who, 'specialty', 10)));
  for (const id of ids) await approveAll(offices.slice(0, 2), id);
  const answers = await Promise.all(ids.map((id) => decide(p.people.cityClerk, id, 'approve', { version: 2 })));
  expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
  expect(await resultOf(who.professionalId)).toMatchObject({ general: 0, specialty: 60 });
});

test('many at once by filter: sums, results and certificates of all in one transaction', async () => {
  const people = [];
  for (let i = 0; i < 5; i += 1) people.push(await buildProfessional(p.organizations.foreignEmployer));
  for (const who of people) {
    await declare(who, training(who, 'general', 30));
    await declare(who, training(who, 'specialty', 60));
  }
  for (const office of [p.people.foreignEmployerClerk, p.people.otherCityClerk]) {
    const filter = { tab: 'pending', lane: 'standard', year: thisYear };
    const list = await api(`/api/panel/hour-reviews?filter=${encodeURIComponent(JSON.stringify(filter))}`, { as: office });
    const body = { decision: 'approve', filter, expected: 10, seenAt: list.headers.get('x-seen-at') };
    expect(await api('/api/panel/hour-reviews/review', { method: 'POST', as: office, body })).toMatchObject({
      status: 200,
      body: { counts: { approved: 10 }, remaining: 0 },
    });
  }
  for (const who of people)
    expect(await resultOf(who.professionalId)).toMatchObject({ general: 30, specialty: 60, passed: true, certificates: [{ status: 'valid' }] });
});

describe('recompute', () => {
  test('agrees with every increment made so far', async () => {
    const { rows } = await database().query<{ id: number }>('select id from professionals where organization_id = any ($1)', [
      Object.values(p.organizations).map((office) => office.id),
    ]);
    const ours = new Set(rows.map(({ id }) => id));
    const { years, differences } = await recomputed({ batch: 50 });
    expect(years).toBeGreaterThanOrEqual(9);
    expect(differences.filter(({ professionalId }) => ours.has(professionalId))).toEqual([]);
  });

  test('reports what differs, changes nothing unless asked, and then puts it right', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await approveAll(offices, await declare(who, training(who, 'general', 30)));
    await approveAll(offices, await declare(who, training(who, 'specialty', 60)));
    const right = await resultOf(who.professionalId);
    await database().query('update annual_results set specialty_hours = 10, passed = false, passed_at = null where id = $1', [right.id]);
    const other = await buildProfessional(p.organizations.employer);
    await approveAll(offices, await declare(other, training(other, 'general', 8)));
    await database().query('delete from annual_results where professional_id = $1', [other.professionalId]);

    // Other tests run beside this one: only these two persons.
    const both = [who, other].map(({ professionalId }) => ({ from: Number(professionalId), to: Number(professionalId) + 1 }));
    const [report, missing] = [await recomputed({ range: both[0] }), await recomputed({ range: both[1] })];
    expect(report).toMatchObject({ years: 1, different: 1, fixed: 0 });
    expect(report.differences).toEqual([
      { professionalId: who.professionalId, year: thisYear, figure: 'specialtyHours', stored: 10, computed: 60 },
      { professionalId: who.professionalId, year: thisYear, figure: 'passed', stored: false, computed: true },
    ]);
    expect(missing.differences).toEqual([{ professionalId: other.professionalId, year: thisYear, figure: 'result', stored: null, computed: 8 }]);
    expect(await resultOf(who.professionalId)).toMatchObject({ specialty: 10 });
    expect(describeRecomputation(report).join('\n')).toContain('专业学时：现为 10，应为 60');

    for (const range of both) expect(await recomputed({ fix: true, range })).toMatchObject({ different: 1, fixed: 1 });
    expect(await resultOf(who.professionalId)).toMatchObject({ general: 30, specialty: 60, passed: true });
    expect(await resultOf(other.professionalId)).toMatchObject({ general: 8, specialty: 0, passed: false });
    for (const range of both) expect(await recomputed({ range })).toMatchObject({ different: 0 });
  });
});

describe('progress', () => {
  test('a year nothing is credited for yet shows what it asks', async () => {
    const who = await buildProfessional(p.organizations.employer, 'junior');
    expect((await api('/api/panel/progress?year=2014', { as: who })).body).toMatchObject({
      year: 2014,
      generalHours: 0,
      pendingHours: 0,
      requiredGeneral: 22,
      requiredSpecialty: 52,
      passed: false,
      byForm: [],
    });
    expect((await api('/api/panel/progress?year=2014', { as: who })).body.daysLeft).toBeLessThan(0);
  });

  test.each(['year=abc', 'year=20261', 'year=-1', 'years=2026', 'year=2026&year=2025'])('%s: 400', async (query) => {
    expect((await api(`/api/panel/progress?${query}`, { as: p.people.professional })).status).toBe(400);
  });

  test('is for professionals', async () => {
    expect((await api('/api/panel/progress', { as: p.people.employerClerk })).status).toBe(403);
    expect((await api('/api/panel/progress')).status).toBe(401);
  });
});

// Last: these leave years the records do not add up to.
describe('a year judged anew', () => {
  test('that no longer passes loses its certificate, and gets the next edition once it passes again', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await approveAll(offices, await declare(who, training(who, 'general', 30)));
    await approveAll(offices, await declare(who, training(who, 'specialty', 60)));
    expect(await resultOf(who.professionalId)).toMatchObject({ passed: true, certificates: [{ status: 'valid', edition: 1 }] });
    // The standard was higher when the certificate was issued, or lower: what the database says now is what counts.
    await database().query('update annual_results set specialty_hours = 20 where professional_id = $1', [who.professionalId]);
    await approveAll(offices, await declare(who, training(who, 'specialty', 10)));
    expect(await resultOf(who.professionalId)).toMatchObject({ specialty: 30, passed: false, certificates: [{ status: 'revoked' }] });
    await approveAll(offices, await declare(who, training(who, 'specialty', 30)));
    expect((await resultOf(who.professionalId)).certificates).toEqual([
      { status: 'revoked', edition: 1 },
      { status: 'valid', edition: 2 },
    ]);
  });

  test('that had passed without a certificate gets one', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await approveAll(offices, await declare(who, training(who, 'general', 30)));
    await database().query('update annual_results set specialty_hours = 60, passed = true, passed_at = now() where professional_id = $1', [who.professionalId]);
    await approveAll(offices, await declare(who, training(who, 'specialty', 5)));
    expect(await resultOf(who.professionalId)).toMatchObject({ passed: true, certificates: [{ status: 'valid', edition: 1 }] });
  });

  test('a past year seen for the first time is that of the unit the record came from (decision 9)', async () => {
    const who = await buildProfessional(p.organizations.employer);
    const id = await declare(who, training(who, 'general', 30));
    await approveAll(offices.slice(0, 2), id);
    await database().query('update hour_records set year = year - 1 where id = $1', [id]);
    await database().query('update professionals set organization_id = $2 where id = $1', [who.professionalId, p.organizations.foreignEmployer.id]);
    await approveAll(offices.slice(2), id);
    const { rows } = await database().query('select year, organization_id, region_code from annual_results where professional_id = $1', [who.professionalId]);
    expect(rows).toEqual([{ year: thisYear - 1, organization_id: p.organizations.employer.id, region_code: '410100' }]);
    expect(await recomputed({ range: { from: Number(who.professionalId), to: Number(who.professionalId) + 1 } })).toMatchObject({ years: 1, different: 0 });
  });
});

describe('recompute beside what only decisions may change', () => {
  test('locked years are told, never written; certificates that do not agree are told', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await approveAll(offices, await declare(who, training(who, 'general', 30)));
    const range = { from: Number(who.professionalId), to: Number(who.professionalId) + 1 };
    await database().query('update annual_results set general_hours = 7, locked = true where professional_id = $1', [who.professionalId]);
    const report = await recomputed({ fix: true, range });
    expect(report).toMatchObject({ different: 1, fixed: 0, differences: [{ figure: 'generalHours', stored: 7, computed: 30, locked: true }] });
    expect(describeRecomputation(report).join('\n')).toContain('（已锁定，未更正）');
    expect(await resultOf(who.professionalId)).toMatchObject({ general: 7 });

    await database().query("update annual_results set general_hours = 30, locked = false, flags = flags || '[]' where professional_id = $1", [
      who.professionalId,
    ]);
    await approveAll(offices, await declare(who, training(who, 'specialty', 60)));
    const { id } = await resultOf(who.professionalId);
    await database().query(
      "update certificates set status = 'revoked', revoked_at = now(), revoke_reason = '测试' where subject = 'annual-result' and subject_id = $1",
      [id],
    );
    const uncertified = await recomputed({ fix: true, range });
    expect(uncertified).toMatchObject({ different: 1, fixed: 0, differences: [{ figure: 'certificate', stored: false, computed: true }] });
    expect(describeRecomputation(uncertified).join('\n')).toContain('有效证书：现为 无，应为 有');
  });
});
