import { createHash } from 'node:crypto';
import { henan } from '@xueshi/config';
import { checkCreditCode, checkIdNumber, findSameLearning, judgeYear, nextState, type ReviewStatus } from '@xueshi/core';
import { demoAccounts, planDemo, plannedTables } from '@xueshi/database';

const today = '2026-11-24';
const midnight = '2026-11-23T16:00:00.000Z';
type First = Parameters<typeof planDemo>[1];
const first = Object.fromEntries(plannedTables.map((table) => [table, 1])) as First;
const make = () => planDemo({ pack: henan, today }, first, new Map());
const digest = (plan: ReturnType<typeof make>): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...plan, offices: { ...plan.offices, clerks: [...plan.offices.clerks] } }))
    .digest('hex');

const plan = make();
const records = plan.declared.map(({ record }) => record);
const current = plan.reviews.filter((review) => review.current);
const officeOf = (name: string) => plan.offices.organizations.find((one) => one.name === name);

test('the same day gives the same province', () => {
  expect(digest(make())).toBe(digest(plan));
});

test('has the size it should', () => {
  const count = (kind: string) => plan.offices.organizations.filter((one) => one.kind === kind).length;
  const bureaus = plan.offices.organizations.filter((one) => one.kind === 'bureau').map((one) => one.region_code);
  expect(bureaus.filter((code) => code.endsWith('0000'))).toHaveLength(1);
  expect(bureaus.filter((code) => code.endsWith('00') && !code.endsWith('0000')).length).toBeGreaterThanOrEqual(4);
  expect(bureaus.filter((code) => !code.endsWith('00')).length).toBeGreaterThanOrEqual(8);
  expect(count('base')).toBe(4);
  expect(count('employer')).toBeGreaterThanOrEqual(55);
  expect(plan.people).toHaveLength(2000);
  expect(records).toHaveLength(12_000);
  const states = new Set(records.map((record) => record.status));
  expect([...states].sort()).toEqual(['approved', 'pending', 'rejected', 'returned', 'revoked', 'withdrawn']);
  expect(Math.min(...records.map((record) => record.year))).toBe(2013);
  expect(new Set(records.map((record) => record.form)).size).toBe(henan.learningForms.length);
});

test('every number is invented, valid and used once', () => {
  const numbers = [...plan.offices.accounts, ...plan.people.map((person) => person.account)].map((account) => account.id_number);
  expect(numbers.filter((number) => checkIdNumber(number, today) !== null)).toEqual([]);
  expect(numbers.every((number) => number.startsWith('410199'))).toBe(true);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(plan.offices.organizations.filter((one) => checkCreditCode(one.code) !== null)).toEqual([]);
  expect(new Set(plan.offices.organizations.map((one) => one.code)).size).toBe(plan.offices.organizations.length);
});

test('every demo account exists, in the office it says', () => {
  const members = [...plan.offices.memberships, ...plan.people.map((person) => person.membership)];
  const accounts = [...plan.offices.accounts, ...plan.people.map((person) => person.account)];
  for (const demo of demoAccounts) {
    const account = accounts.find((one) => one.id_number === demo.idNumber);
    expect(account?.name).toBe(demo.name);
    const membership = members.find((one) => one.account_id === account?.id && one.user_type === demo.userType);
    expect(membership?.organization_id).toBe(officeOf(demo.organizationName)?.id);
  }
});

test('nothing has happened after the day it was made for, and every day is in its year', () => {
  const moments = [
    ...plan.decisions.map((line) => line.created_at),
    ...records.map((record) => record.submitted_at),
    ...plan.reviews.map((review) => review.submitted_at),
  ];
  expect(moments.filter((moment) => moment >= midnight)).toEqual([]);
  // What counts days or months may have begun the year before.
  const spans = new Set(henan.learningForms.filter((form) => form.fields.some((field) => field.spans)).map((form) => form.code));
  const wrong = records.filter(
    (record) =>
      record.starts_on > record.ends_on ||
      record.ends_on.slice(0, 4) !== String(record.year) ||
      (record.starts_on.slice(0, 4) !== String(record.year) && !spans.has(record.form)) ||
      record.ends_on > record.submitted_at.slice(0, 10),
  );
  expect(wrong).toEqual([]);
});

test('every review that waits, waits at the office of its step; the others at none', () => {
  const wrong = current.filter((review) =>
    review.status === 'pending'
      ? review.organization_id !== review.route[review.step ?? -1]?.organizationId || review.step_due === null
      : review.organization_id !== null || review.step !== null,
  );
  expect(wrong).toEqual([]);
  expect(current).toHaveLength(records.length);
  const status = new Map(records.map((record) => [record.id, record.status]));
  expect(current.filter((review) => status.get(review.subject_id) !== review.status)).toEqual([]);
});

test('the history of every record leads to where it stands', () => {
  const reviews = new Map(plan.reviews.map((review) => [review.id, review]));
  const states = new Map<number, { status: ReviewStatus; step: number | null }>();
  const wrong: (typeof plan.decisions)[number][] = [];
  for (const line of plan.decisions) {
    const review = reviews.get(line.review_id);
    if (!review) throw new Error('a decision without a review');
    if (line.decision === 'submit' || line.decision === 'correct') {
      states.set(review.id, { status: 'pending', step: 0 });
      continue;
    }
    const state = states.get(review.id);
    if (!state) throw new Error('a decision before the submission');
    if (line.decision !== 'withdraw' && line.decision !== 'revoke' && line.organization_id !== review.route[state.step ?? -1]?.organizationId) wrong.push(line);
    const next = nextState({ status: state.status, step: state.step ?? 0, steps: review.route.length }, line.decision);
    if (!next) throw new Error(`${line.decision} while ${state.status}`);
    states.set(review.id, next);
    if (['reject', 'return', 'revoke'].includes(line.decision) && !line.reason) wrong.push(line);
  }
  expect(wrong).toEqual([]);
  const astray = plan.reviews.filter((review) => states.get(review.id)?.status !== review.status || states.get(review.id)?.step !== review.step);
  expect(astray).toEqual([]);
});

test('nobody decides on his own declaration', () => {
  const reviews = new Map(plan.reviews.map((review) => [review.id, review]));
  const own = plan.decisions.filter((line) => {
    const review = reviews.get(line.review_id);
    return (
      !['submit', 'correct', 'withdraw'].includes(line.decision) &&
      (line.account_id === review?.owner_account_id || line.account_id === review?.applicant_account_id)
    );
  });
  expect(own).toEqual([]);
});

test('every annual result is what the approved records give', () => {
  const sums = new Map<string, { general: number; specialty: number }>();
  for (const record of records) {
    if (record.status !== 'approved') continue;
    const key = `${record.professional_id}/${record.year}`;
    const sum = sums.get(key) ?? { general: 0, specialty: 0 };
    sums.set(key, { general: sum.general + record.general_hours, specialty: sum.specialty + record.specialty_hours });
  }
  expect(plan.results).toHaveLength(sums.size);
  const people = new Map(plan.people.map((person) => [person.professional.id, person]));
  const wrong = plan.results.filter((result) => {
    const sum = sums.get(`${result.professional_id}/${result.year}`);
    const titles = people.get(result.professional_id)?.titles.map((title) => ({ levelCode: title.level_code, obtainedOn: title.obtained_on })) ?? [];
    const { general_hours: generalHours, specialty_hours: specialtyHours, region_code: region, year } = result;
    const judged = judgeYear({ year, region, titles, exemptions: [], generalHours, specialtyHours }, henan);
    return (
      sum?.general !== generalHours ||
      sum.specialty !== specialtyHours ||
      judged.band !== result.band ||
      judged.passed !== result.passed ||
      judged.requiredGeneral !== result.required_general ||
      judged.requiredSpecialty !== result.required_specialty ||
      (result.passed_at !== null) !== result.passed
    );
  });
  expect(wrong).toEqual([]);
});

test('every passed year has one valid certificate, and every number is given once', () => {
  const valid = plan.certificates.filter((one) => one.status === 'valid').map((one) => one.subject_id);
  expect(valid.toSorted((a, b) => a - b)).toEqual(plan.results.filter((result) => result.passed).map((result) => result.id));
  expect(new Set(plan.certificates.map((one) => one.number)).size).toBe(plan.certificates.length);
  expect(plan.certificates.some((one) => one.status === 'revoked')).toBe(true);
});

test('the demo offices have something to do', () => {
  const waiting = (name: string) => current.filter((review) => review.organization_id === officeOf(name)?.id && review.lane === 'standard');
  expect(waiting('郑州市云帆中学').length).toBeGreaterThanOrEqual(10);
  const authority = waiting('郑州市教育局（演示）');
  expect(authority.length).toBeGreaterThan(50);
  expect(authority.some((review) => review.year < 2026)).toBe(true);
  expect(current.some((review) => review.lane === 'base' && review.status === 'pending')).toBe(true);
  expect(current.some((review) => review.step_due !== null && review.step_due < midnight)).toBe(true);
  expect(waiting('郑州市人力资源和社会保障局（演示）').length).toBeGreaterThanOrEqual(14);
});

test('a conference of three days with a paper completes the year of the demo professional', () => {
  const [demo] = plan.people;
  const result = plan.results.find((one) => one.professional_id === demo?.professional.id && one.year === 2026);
  expect(result).toMatchObject({ general_hours: 30, specialty_hours: 36, required_general: 30, required_specialty: 60, passed: false });
  expect(records.filter((record) => record.professional_id === demo?.professional.id && record.status === 'pending')).toEqual([]);
});

test('its documents differ and are what they say', () => {
  const keys = new Set(plan.attachments.map(({ row }) => row.file_key));
  expect(keys.size).toBe(plan.attachments.length);
  for (const { row, file } of plan.attachments.slice(0, 50)) {
    expect(file.bytes.subarray(0, 4).toString('latin1')).toBe(row.mime === 'application/pdf' ? '%PDF' : '\x89PNG');
    expect(row.file_key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{32}\.(pdf|png)$/);
  }
});

test('nothing is declared twice by the rules of the pack', () => {
  const rules = new Map(henan.learningForms.map((form) => [form.code, form.sameLearning]));
  const live = records.filter(({ status }) => ['pending', 'returned', 'approved'].includes(status));
  const learned = (record: (typeof live)[number]) => ({ year: record.year, title: record.title, startsOn: record.starts_on, endsOn: record.ends_on });
  const groups = new Map<string, ReturnType<typeof learned>[]>();
  const twice = live.filter((record) => {
    const key = `${record.professional_id} ${record.form}`;
    const before = groups.get(key) ?? [];
    groups.set(key, [...before, learned(record)]);
    return findSameLearning(rules.get(record.form) ?? 'period', learned(record), before);
  });
  expect(twice).toEqual([]);
});
