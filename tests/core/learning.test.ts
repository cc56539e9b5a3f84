import { checkSpan, daysOf, findSameLearning, monthsOf, nameConfirmer, plainTitle, type ReviewStep } from '@xueshi/core';
import { forms, refusalOf } from './forms';

test.each<[string, string, number]>([
  ['2026-01-01', '2026-01-01', 1],
  ['2025-12-30', '2026-01-01', 3],
  ['2024-02-28', '2024-03-01', 3],
])('%s to %s are %i days', (startsOn, endsOn, days) => {
  expect(daysOf({ startsOn, endsOn })).toBe(days);
});

test.each<[string, string, number, boolean]>([
  ['2026-01-01', '2026-01-30', 0, true],
  ['2026-01-01', '2026-01-31', 1, false],
  ['2025-06-01', '2026-05-31', 12, false],
  ['2025-06-01', '2026-05-30', 11, true],
  ['2025-06-01', '2026-06-01', 12, true],
  ['2026-01-31', '2026-02-27', 1, false],
  ['2024-02-29', '2025-02-27', 12, false],
])('%s to %s are %i months, more: %s', (startsOn, endsOn, complete, more) => {
  expect(monthsOf({ startsOn, endsOn })).toEqual({ complete, more });
});

test('more than six months of a course wants a day more than six months', () => {
  const form = forms.get('degree-education');
  if (!form) throw new Error('no such form');
  const period = { startsOn: '2026-01-01', endsOn: '2026-06-30' };
  expect(() => checkSpan(form, { mode: 'course-study', months: 6 }, period)).not.toThrow();
  expect(refusalOf(() => checkSpan(form, { mode: 'course-study', months: 6.5 }, period))).toMatchObject({ status: 400, field: 'values.months' });
  expect(() => checkSpan(form, { mode: 'course-study', months: 6.5 }, { ...period, endsOn: '2026-07-01' })).not.toThrow();
});

test('titles are compared without width, case, spaces and punctuation', () => {
  expect(plainTitle('《论ＡＩ》 in 教育（二）')).toBe(plainTitle('论ai in教育(二)'));
  expect(plainTitle('C++ 程序设计')).not.toBe(plainTitle('C 程序设计'));
  expect(plainTitle('——')).toBe('——');
});

test('the same meeting: overlapping or adjoining days; a day between them: another one', () => {
  const one = { year: 2026, title: '年会', startsOn: '2026-03-01', endsOn: '2026-03-03' };
  const other = (startsOn: string, endsOn: string) => [{ ...one, year: 2025, startsOn, endsOn }];
  expect(findSameLearning('meeting', one, other('2026-03-04', '2026-03-05'))).toBeDefined();
  expect(findSameLearning('meeting', one, other('2026-02-20', '2026-02-28'))).toBeDefined();
  expect(findSameLearning('meeting', one, other('2026-03-05', '2026-03-06'))).toBeUndefined();
  expect(findSameLearning('work', one, other('2020-03-05', '2020-03-06'))).toBeDefined();
  expect(findSameLearning('period', one, other('2026-03-01', '2026-03-03'))).toBeUndefined();
});

test('the confirming office: own unit, the last of its kind, else the last of the route', () => {
  const step = (organizationId: number, organizationKind: string): ReviewStep => ({ organizationId, organizationKind, organizationName: '', dueDays: 10 });
  const route = [step(1, 'employer'), step(2, 'authority'), step(3, 'bureau'), step(4, 'bureau')];
  const confirming = (...at: Parameters<typeof nameConfirmer>) => nameConfirmer(...at).flatMap((one) => (one.confirms ? [one.organizationId] : []));
  expect(confirming(route, 'none', 1)).toEqual([]);
  expect(confirming(route, 'employer', 1)).toEqual([1]);
  expect(confirming(route, 'authority', 1)).toEqual([2]);
  expect(confirming(route, 'bureau', 1)).toEqual([4]);
  expect(confirming(route.slice(0, 2), 'bureau', 1)).toEqual([2]);
  expect(confirming([step(3, 'bureau')], 'employer', 3)).toEqual([3]);
  expect(confirming(route.slice(1), 'employer', 1)).toEqual([4]);
});
