import type { Counter, HomeAnswer } from '@xueshi/core';
import { api, buildProvince, insertRow, type Person, type Province } from '../fixtures';

let province: Province;
const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

/** A declaration waiting at an office, written straight into the tables: what is tested is counting, not declaring. */
async function waiting(
  at: number,
  { year = thisYear, lane = 'standard', overdue = false }: { year?: number; lane?: string; overdue?: boolean } = {},
): Promise<void> {
  const { professional } = province.people;
  const id = await insertRow('hour_records', {
    professional_id: professional.professionalId,
    organization_id: professional.organizationId,
    year,
    source: 'self',
    form: 'training',
    subject: 'specialty',
    title: '首页计数',
    starts_on: `${year}-03-01`,
    ends_on: `${year}-03-02`,
    assessment: 'qualified',
    values: '{"organizer":"city","hours":8}',
    explanation: '[]',
    declared_hours: 8,
    computed_hours: 8,
    status: 'pending',
    submitted_at: `${year}-03-03T08:00:00+08:00`,
  });
  await insertRow('reviews', {
    subject: 'hour-record',
    subject_id: id,
    round: 1,
    current: true,
    status: 'pending',
    lane,
    year,
    route: JSON.stringify([{ organizationId: at, organizationName: '测试', organizationKind: 'employer', dueDays: 10 }]),
    step: 0,
    organization_id: at,
    applicant_account_id: professional.accountId,
    applicant_organization_id: professional.organizationId,
    owner_account_id: professional.accountId,
    submitted_at: `${year}-03-03T08:00:00+08:00`,
    step_since: `${year}-03-03T08:00:00+08:00`,
    step_due: overdue ? '2020-01-01T00:00:00+08:00' : '2100-01-01T00:00:00+08:00',
    version: 0,
  });
}

beforeAll(async () => {
  province = await buildProvince();
  const { employer, authority } = province.organizations;
  await waiting(employer.id);
  await waiting(employer.id, { overdue: true });
  await waiting(employer.id, { year: 2025 });
  await waiting(employer.id, { year: 2019, overdue: true });
  await waiting(employer.id, { lane: 'base' });
  await waiting(authority.id);
});

const home = async (as: Person): Promise<Counter[]> => {
  const { status, body } = await api<HomeAnswer>('/api/panel/home', { as });
  expect(status).toBe(200);
  return body.counters;
};
const counterOf = (counters: Counter[], code: string): Counter => {
  const found = counters.find((counter) => counter.code === code);
  if (!found) throw new Error(`no counter ${code}`);
  return found;
};

describe('GET /api/panel/home', () => {
  it('counts what waits at the office this year, how much of it is overdue, and what other years hold (D19)', async () => {
    const counters = await home(province.people.employerClerk);
    expect(counterOf(counters, 'hour-reviews')).toMatchObject({ resource: 'hour-reviews', count: 2, overdue: 1, otherYears: 2, capped: false });
    expect(counterOf(counters, 'base-hour-reviews')).toMatchObject({ count: 1, overdue: 0, otherYears: 0 });
    expect(counterOf(await home(province.people.authorityClerk), 'hour-reviews')).toMatchObject({ count: 1, otherYears: 0 });
    expect(counterOf(await home(province.people.otherEmployerClerk), 'hour-reviews')).toMatchObject({ count: 0, otherYears: 0 });
  });

  it('links to exactly the list it counts', async () => {
    for (const person of [province.people.employerClerk, province.people.authorityClerk, province.people.cityClerk]) {
      for (const counter of await home(person)) {
        const { status, headers } = await api(`/api/panel/${counter.resource}?filter=${encodeURIComponent(JSON.stringify(counter.filter))}`, { as: person });
        expect(status).toBe(200);
        expect(headers.get('x-total-count')).toBe(String(counter.count));
      }
    }
  });

  it('a queue is seen by the office it waits at and by no other', async () => {
    const pending = (as: Person) => api('/api/panel/hour-reviews', { as });
    expect((await pending(province.people.employerClerk)).body).toHaveLength(5);
    expect((await pending(province.people.authorityClerk)).body).toHaveLength(1);
    expect((await pending(province.people.cityClerk)).body).toHaveLength(0);
    expect((await pending(province.people.otherEmployerClerk)).body).toHaveLength(0);
    expect((await pending(province.people.professional)).status).toBe(403);
    const all = (as: Person) => api(`/api/panel/hour-reviews?filter=${encodeURIComponent('{"tab":"all"}')}`, { as });
    expect((await all(province.people.cityClerk)).body).toHaveLength(6);
    expect((await all(province.people.otherCityClerk)).body).toHaveLength(0);
  });

  it('only offices have the office counters', async () => {
    expect((await home(province.people.professional)).map((counter) => counter.code)).toEqual(['returned-records', 'pending-records']);
    expect(await home(province.people.baseClerk)).toEqual([]);
  });
});
