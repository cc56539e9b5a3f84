import { evaluateForm, findForm, type LearningForm, learningForm } from '@xueshi/core';
import fc from 'fast-check';
import { evaluate, forms, refusalOf } from './forms';

type Values = Record<string, unknown>;

describe('hours of every form (E01–E16)', () => {
  const table: [form: string, values: Values, hours: number][] = [
    ['base-training', { hours: 24 }, 24],
    ['base-training', { hours: 7.5 }, 7.5],
    ...['ministry', 'province', 'city', 'industry'].map((organizer): [string, Values, number] => ['training', { organizer, hours: 16 }, 16]),
    ['degree-education', { mode: 'degree', coursesPassed: 1 }, 15],
    ['degree-education', { mode: 'degree', coursesPassed: 4 }, 60],
    // decision 10: complete months; six are sixty; beyond six the year's specialty requirement
    ['degree-education', { mode: 'course-study', months: 1 }, 10],
    ['degree-education', { mode: 'course-study', months: 1.9 }, 10],
    ['degree-education', { mode: 'course-study', months: 5.99 }, 50],
    ['degree-education', { mode: 'course-study', months: 6 }, 60],
    ['degree-education', { mode: 'course-study', months: 6.1 }, 60],
    ['degree-education', { mode: 'course-study', months: 12 }, 60],
    // decision 11: the bonus once, not per day
    ['conference', { level: 'national', days: 1 }, 6],
    ['conference', { level: 'national', days: 3, presentedPaper: false }, 18],
    ['conference', { level: 'national', days: 3, presentedPaper: true }, 24],
    ['conference', { level: 'provincial', days: 3 }, 12],
    ['conference', { level: 'provincial', days: 3, presentedPaper: true }, 16],
    ...ranks('research-project', { level: 'national', part: 'main' }, [68, 60, 52, 44, 36]),
    ...ranks('research-project', { level: 'national', part: 'sub' }, [52, 44, 36]),
    ...ranks('research-project', { level: 'provincial', part: 'main' }, [60, 52, 44]),
    ...ranks('research-project', { level: 'provincial', part: 'sub' }, [44, 36, 28]),
    ...ranks('publication', { kind: 'article', journal: 'international-or-national' }, [52, 44, 36]),
    ...ranks('publication', { kind: 'article', journal: 'provincial-core' }, [44, 36, 28]),
    ...ranks('publication', { kind: 'article', journal: 'issn-cn' }, [36, 28, 20]),
    ...ranks('publication', { kind: 'book', tenThousandCharacters: 10 }, [160, 120, 80]),
    // decision 12: one decimal x points, rounded down
    ...ranks('publication', { kind: 'book', tenThousandCharacters: 12.36 }, [196, 147, 98]),
    ...ranks('publication', { kind: 'book', tenThousandCharacters: 1.1 }, [17, 13, 8]),
    ['publication', { kind: 'book', tenThousandCharacters: 4.35, rank: 1 }, 68],
    ...ranks('patent', { kind: 'invention' }, [68, 68, 68]),
    ...ranks('patent', { kind: 'utility-model' }, [60, 60, 60]),
    ...ranks('patent', { kind: 'design' }, [60, 60, 60]),
    ...ranks('award', { level: 'national' }, [68, 68, 68]),
    ...ranks('award', { level: 'provincial' }, [60, 60, 60]),
    ['qualification-exam', { kind: 'senior' }, 68],
    ['qualification-exam', { kind: 'intermediate' }, 60],
    ['qualification-exam', { kind: 'junior' }, 52],
    ['qualification-exam', { kind: 'practising' }, 68],
    ['investigation-report', {}, 20],
    ['assistance-posting', { months: 12 }, 90],
    ['assistance-posting', { months: 36.5 }, 90],
    ['grassroots-service', { days: 1 }, 6],
    ['grassroots-service', { days: 10 }, 60],
    ['online-course', { subject: 'general', hours: 30 }, 30],
    ['online-course', { subject: 'specialty', hours: 0.5 }, 0.5],
    ['other', { hours: 12 }, 12],
  ];
  test.each(table)('%s %j gives %d hours', (form, values, hours) => {
    const { hours: given, generalHours, specialtyHours, explanation } = evaluate(form, values);
    expect(given).toBe(hours);
    expect(generalHours + specialtyHours).toBe(hours);
    expect(explanation.length).toBeGreaterThanOrEqual(2);
  });

  test('no form of the pack is left out', () => {
    expect(new Set(table.map(([form]) => form))).toEqual(new Set(forms.keys()));
  });

  function ranks(form: string, values: Values, hours: number[]): [string, Values, number][] {
    return hours.map((figure, i) => [form, { ...values, rank: i + 1 }, figure]);
  }
});

describe('refusals name the value', () => {
  const table: [form: string, values: Values, field: string][] = [
    ['conference', { level: 'national', days: -3 }, 'values.days'],
    ['conference', { level: 'national', days: 0 }, 'values.days'],
    ['conference', { level: 'national', days: 2.5 }, 'values.days'],
    ['conference', { level: 'national', days: '3' }, 'values.days'],
    ['conference', { level: 'national', days: Number.NaN }, 'values.days'],
    ['conference', { level: 'national' }, 'values.days'],
    ['conference', { days: 3 }, 'values.level'],
    ['conference', { level: 'local', days: 3 }, 'values.level'],
    ['conference', { level: 'national', days: 3, presentedPaper: 'yes' }, 'values.presentedPaper'],
    ['conference', { level: 'national', days: 3, hours: 99 }, 'values.hours'],
    ['conference', { level: 'national', days: 3, constructor: 1 }, 'values.constructor'],
    ['degree-education', { mode: 'degree', coursesPassed: 0 }, 'values.coursesPassed'],
    ['degree-education', { mode: 'degree', months: 3 }, 'values.coursesPassed'],
    ['degree-education', { mode: 'course-study' }, 'values.months'],
    ['degree-education', { mode: 'course-study', months: 0.9 }, 'values.months'],
    ['degree-education', { mode: 'course-study', months: -1 }, 'values.months'],
    ['research-project', { level: 'national', part: 'main', rank: 6 }, 'values.rank'],
    ['research-project', { level: 'national', part: 'sub', rank: 4 }, 'values.rank'],
    ['research-project', { level: 'provincial', part: 'main', rank: 4 }, 'values.rank'],
    ['research-project', { level: 'provincial', part: 'sub', rank: 0 }, 'values.rank'],
    ['research-project', { level: 'national', part: 'main', rank: 1.5 }, 'values.rank'],
    ['publication', { kind: 'article', journal: 'issn-cn', rank: 4 }, 'values.rank'],
    ['publication', { kind: 'article', journal: 'issn-cn', rank: 1, supplement: true }, 'values.supplement'],
    ['publication', { kind: 'article', rank: 1 }, 'values.journal'],
    ['publication', { kind: 'book', rank: 1 }, 'values.tenThousandCharacters'],
    ['publication', { kind: 'book', rank: 4, tenThousandCharacters: 10 }, 'values.rank'],
    ['publication', { kind: 'book', rank: 3, tenThousandCharacters: 0.1 }, 'values.tenThousandCharacters'],
    ['patent', { kind: 'invention', rank: 4 }, 'values.rank'],
    ['award', { level: 'national', rank: 4 }, 'values.rank'],
    ['qualification-exam', { kind: 'master' }, 'values.kind'],
    ['assistance-posting', { months: 11.9 }, 'values.months'],
    ['assistance-posting', {}, 'values.months'],
    ['online-course', { hours: 10 }, 'values.subject'],
    ['online-course', { subject: 'both', hours: 10 }, 'values.subject'],
    ['online-course', { subject: 'general', hours: 10.25 }, 'values.hours'],
    ['base-training', { hours: 0 }, 'values.hours'],
    ['other', { hours: 1e9 }, 'values.hours'],
    ['investigation-report', { hours: 20 }, 'values.hours'],
  ];
  test.each(table)('%s %j: %s', (form, values, field) => {
    const refusal = refusalOf(() => evaluate(form, values));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid', field });
    expect(refusal.message).toMatch(/\p{Script=Han}/u);
  });

  test('an unknown form, and a form that is switched off or not valid in that year', () => {
    expect(refusalOf(() => evaluate('constructor', {}))).toMatchObject({ status: 400, code: 'unknown-form', field: 'form' });
    const off = new Map<string, LearningForm>([...forms].map(([code, form]) => [code, { ...form, enabled: false }]));
    expect(refusalOf(() => findForm(off, 'conference', 2026))).toMatchObject({ status: 400, code: 'form-closed', field: 'form' });
    const dated = new Map([['conference', { ...(forms.get('conference') as LearningForm), validFromYear: 2020, validToYear: 2025 }]]);
    expect(findForm(dated, 'conference', 2025).code).toBe('conference');
    for (const year of [2019, 2026]) expect(refusalOf(() => findForm(dated, 'conference', year)).code).toBe('form-closed');
  });
});

describe('subject (decision 16)', () => {
  test('classes may count for either subject, the rest only as specialty', () => {
    const either = [...forms.values()].filter((form) => form.subjects.includes('general')).map((form) => form.code);
    expect(new Set(either)).toEqual(new Set(['base-training', 'training', 'online-course']));
    expect(evaluate('base-training', { hours: 8 }, { subject: 'general' })).toMatchObject({ generalHours: 8, specialtyHours: 0, subject: 'general' });
    expect(refusalOf(() => evaluate('conference', { level: 'national', days: 1 }, { subject: 'general' }))).toMatchObject({ status: 400, field: 'subject' });
  });

  test('a form with a subject of its own takes it from either place, never two that differ', () => {
    expect(evaluate('online-course', { hours: 10 }, { subject: 'general' })).toMatchObject({ generalHours: 10, values: { subject: 'general', hours: 10 } });
    expect(refusalOf(() => evaluate('online-course', { subject: 'specialty', hours: 10 }, { subject: 'general' })).field).toBe('values.subject');
  });

  test('a posting credits both subjects with the standard of that year (decision 14)', () => {
    const requirement = { generalHours: 24, specialtyHours: 66 };
    expect(evaluate('assistance-posting', { months: 12 }, { year: 2016, requirement })).toMatchObject({
      hours: 90,
      generalHours: 24,
      specialtyHours: 66,
      subject: 'both',
    });
  });

  test('long course study credits the specialty standard of that year', () => {
    const requirement = { generalHours: 22, specialtyHours: 52 };
    expect(evaluate('degree-education', { mode: 'course-study', months: 7 }, { year: 2014, requirement })).toMatchObject({
      generalHours: 0,
      specialtyHours: 52,
    });
  });
});

describe('explanation', () => {
  test.each<[string, Values, string[]]>([
    ['research-project', { level: 'national', part: 'main', rank: 2 }, ['国家级课题 主课题组 第2名 → 60', '计入专业科目 60 学时']],
    ['conference', { level: 'national', days: 3, presentedPaper: true }, ['国家级学术会议 3 天 × 6 → 18', '宣读、报告论文 +6 → 24', '计入专业科目 24 学时']],
    ['publication', { kind: 'book', tenThousandCharacters: 12.36, rank: 1 }, ['出版著作 第1名 12.36 万字（取 12.3） × 16 → 196', '计入专业科目 196 学时']],
  ])('%s %j', (form, values, explanation) => {
    expect(evaluate(form, values).explanation).toEqual(explanation);
  });
});

describe('values as kept', () => {
  test('empty optional values and those that do not apply are dropped, text is trimmed, lists become lines', () => {
    const { values } = evaluate('degree-education', {
      mode: 'degree',
      coursesPassed: 2,
      months: 5,
      school: ' 郑州大学 ',
      major: '',
      courses: ['数学 95', ' 英语  88 ', ''],
    });
    expect(values).toEqual({ mode: 'degree', coursesPassed: 2, school: '郑州大学', courses: '数学 95\n英语 88' });
  });
});

describe('a form an administrator writes', () => {
  const base = { ...(forms.get('grassroots-service') as LearningForm) };

  test('the maximum of a row holds', () => {
    const capped = learningForm.parse({ ...base, rows: base.rows.map((row) => ({ ...row, maximum: 30 })) });
    const quote = evaluateForm(capped, { year: 2026, values: { days: 9 }, requirement: { generalHours: 30, specialtyHours: 60 } });
    expect(quote.hours).toBe(30);
    expect(quote.explanation).toContain('本项最多计 30 学时 → 30');
  });

  test.each([
    ['an unknown field in a condition', { rows: [{ label: 'x', when: [{ field: 'nothing', equals: 1 }], gives: { kind: 'fixed', hours: 1 } }] }],
    ['both subjects with anything but the whole standard', { subjects: ['both'] }],
    ['a rate over an unknown field', { rows: [{ label: 'x', gives: { kind: 'rate', per: 'nothing', rate: 1 } }] }],
  ])('%s is refused when it is parsed', (_, change) => {
    expect(learningForm.safeParse({ ...base, ...change }).success).toBe(false);
  });

  test('an option that does not exist is refused', () => {
    const conference = forms.get('conference') as LearningForm;
    const rows = [{ label: 'x', when: [{ field: 'level', equals: 'galactic' }], gives: { kind: 'fixed', hours: 1 } }];
    expect(learningForm.safeParse({ ...conference, rows }).success).toBe(false);
  });
});

describe('properties over every form', () => {
  const plausible = fc.oneof(
    fc.constantFrom(
      'national',
      'provincial',
      'main',
      'sub',
      'book',
      'article',
      'issn-cn',
      'invention',
      'senior',
      'degree',
      'course-study',
      'city',
      'general',
      'specialty',
    ),
    fc.integer({ min: -5, max: 40 }),
    fc.double({ min: -5, max: 40, noNaN: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const input = fc
    .constantFrom(...forms.values())
    .chain((form) =>
      fc.tuple(fc.constant(form), fc.record(Object.fromEntries(form.fields.map((field) => [field.name, fc.option(plausible, { nil: undefined })])))),
    );

  test('whatever the values: hours above zero that add up by subject, or a refusal naming a value of the form', () => {
    fc.assert(
      fc.property(input, ([form, values]) => {
        try {
          const quote = evaluateForm(form, { year: 2026, values, requirement: { generalHours: 30, specialtyHours: 60 } });
          expect(quote.hours).toBeGreaterThan(0);
          expect(Math.round(quote.hours * 10)).toBeCloseTo(quote.hours * 10, 6);
          expect(quote.generalHours + quote.specialtyHours).toBe(quote.hours);
          expect(form.subjects).toContain(quote.subject);
        } catch (error) {
          const named = form.fields.map((field) => `values.${field.name}`);
          expect(error).toMatchObject({ name: 'Refusal', status: 400 });
          expect(named).toContain((error as { field?: string }).field);
        }
      }),
      { seed: 20260101, numRuns: 1000 },
    );
  });

  test('more days are never fewer hours', () => {
    fc.assert(
      fc.property(fc.constantFrom('national', 'provincial'), fc.integer({ min: 1, max: 365 }), fc.boolean(), (level, days, presentedPaper) => {
        const hours = (n: number) => evaluate('conference', { level, days: n, presentedPaper }).hours;
        expect(hours(days + 1)).toBeGreaterThan(hours(days));
      }),
      { seed: 20260102 },
    );
  });

  test('a book counts floor(tenths x rate / 10), exactly, for every tenth', () => {
    const rates = [16, 12, 8];
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10_000 }), fc.integer({ min: 1, max: 3 }), (tenths, rank) => {
        const rate = rates[rank - 1] ?? 0;
        expect(evaluate('publication', { kind: 'book', tenThousandCharacters: tenths / 10, rank }).hours).toBe(Math.floor((tenths * rate) / 10));
      }),
      { seed: 20260103, numRuns: 500 },
    );
  });
});
