import { henan } from '@xueshi/config';
import {
  annualFlags,
  assessYear,
  checkExemption,
  declarationOpen,
  judgeYear,
  resolveRequirement,
  type TitleBand,
  titleBandOn,
  titleBands,
  yearClosesOn,
} from '@xueshi/core';
import fc from 'fast-check';

const standard = (year: number, band: TitleBand, region: string) => {
  const found = resolveRequirement(henan.requirements, { year, band, region });
  return found && [found.generalHours, found.specialtyHours, found.totalHours];
};

describe('the standard of a year (F01–F04, decision 9)', () => {
  const regions = ['410000', '410100', '410105', '410181', '410300', '411729', '419001'];
  const expected = (year: number, band: TitleBand, region: string): number[] | null => {
    if (year < 2013) return null;
    if (year <= 2015) return band === 'junior' ? [22, 52, 74] : [26, 60, 86];
    if (year <= 2017 && !region.startsWith('4101')) return [24, 66, 90];
    return [30, 60, 90];
  };
  const years = Array.from({ length: 15 }, (_, i) => 2012 + i);
  test.each(years)('%d, every band and region', (year) => {
    for (const band of titleBands)
      for (const region of regions) expect([band, region, standard(year, band, region)]).toEqual([band, region, expected(year, band, region)]);
  });

  test('a row of higher priority, an excluded region and a disabled row', () => {
    const [base] = henan.requirements.filter((row) => row.code === '2018');
    if (!base) throw new Error('the pack has no row 2018');
    const special = { ...base, code: 'special', generalHours: 40, regionPrefixes: ['4103'] as [string], excludedRegions: ['410381'], priority: 5 };
    const at = (region: string, rows = [base, special]) => resolveRequirement(rows, { year: 2026, band: 'senior', region })?.generalHours;
    expect([at('410300'), at('410381'), at('410100'), at('410300', [base, { ...special, enabled: false }])]).toEqual([40, 30, 30, 30]);
  });
});

describe('the title of a year (decision 9)', () => {
  const bands = henan.settings.titleBands;
  const on = '2014-12-31';
  test.each<[string, { levelCode: string; obtainedOn: string | null }[], TitleBand, string | null]>([
    ['none', [], 'junior', null],
    ['obtained on the day itself', [{ levelCode: '3', obtainedOn: '2014-12-31' }], 'intermediate', null],
    ['obtained the day after', [{ levelCode: '3', obtainedOn: '2015-01-01' }], 'junior', null],
    [
      'the highest in force',
      [
        { levelCode: '4', obtainedOn: '2005-07-01' },
        { levelCode: '2', obtainedOn: '2013-07-01' },
        { levelCode: '1', obtainedOn: '2020-07-01' },
      ],
      'senior',
      null,
    ],
    ['no date: the present title, flagged', [{ levelCode: '2', obtainedOn: null }], 'senior', annualFlags.titleHistoryMissing],
    [
      'no date, but a dated title is as high',
      [
        { levelCode: '3', obtainedOn: '2010-01-01' },
        { levelCode: '3', obtainedOn: null },
      ],
      'intermediate',
      null,
    ],
    ['without a title', [{ levelCode: '9', obtainedOn: null }], 'junior', null],
  ])('%s', (_, titles, band, flag) => {
    expect(titleBandOn(titles, on, bands)).toEqual({ band, flag });
  });
});

describe('the annual result', () => {
  const requirement = { generalHours: 30, specialtyHours: 60 };
  const assess = (generalHours: number, specialtyHours: number, months: number[] = []) =>
    assessYear({ requirement, exemptions: months.map((m) => ({ months: m })), generalHours, specialtyHours });

  test('each subject must be met: nothing spills over', () => {
    expect(assess(30, 60)).toEqual({ requiredGeneral: 30, requiredSpecialty: 60, passed: true, shortGeneral: 0, shortSpecialty: 0 });
    expect(assess(200, 59.5)).toMatchObject({ passed: false, shortGeneral: 0, shortSpecialty: 0.5 });
    expect(assess(29.9, 200)).toMatchObject({ passed: false, shortGeneral: 0.1, shortSpecialty: 0 });
  });

  test('sums of tenths that floating point cannot hold still pass', () => {
    expect(
      assess(
        30,
        Array.from({ length: 600 }, () => 0.1).reduce((a, b) => a + b),
      ).passed,
    ).toBe(true);
  });

  test.each([
    [[], 30, 60],
    [[7], 13, 25],
    [[6.9], 15, 30],
    [[1], 28, 55],
    [[4, 3], 13, 25],
    [[12], 0, 0],
    [[9, 9], 0, 0],
  ])('exempted %j months: %d and %d (decision 13)', (months, general, specialty) => {
    expect(assess(0, 0, months)).toMatchObject({ requiredGeneral: general, requiredSpecialty: specialty, passed: general + specialty === 0 });
  });

  test('each subject is ceil(requirement x (12 − m) / 12), whatever the requirement', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 12 }),
        (generalHours, specialtyHours, months) => {
          const { requiredGeneral, requiredSpecialty } = assessYear({
            requirement: { generalHours, specialtyHours },
            exemptions: [{ months }],
            generalHours: 0,
            specialtyHours: 0,
          });
          expect(requiredGeneral * 12).toBeGreaterThanOrEqual(generalHours * (12 - months));
          expect((requiredGeneral - 1) * 12).toBeLessThan(generalHours * (12 - months) || 1);
          expect(requiredSpecialty).toBe(Math.ceil((specialtyHours * (12 - months)) / 12));
        },
      ),
      { seed: 20260104 },
    );
  });

  test('more hours never undo a pass', () => {
    const hours = fc.integer({ min: 0, max: 1200 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(hours, hours, hours, (general, specialty, more) => {
        if (assess(general, specialty).passed) expect(assess(general + more, specialty + more).passed).toBe(true);
      }),
      { seed: 20260105 },
    );
  });

  test('abroad and sick must exceed six months, childbirth has no minimum', () => {
    const reasons = new Map(henan.dictionaries.find((d) => d.code === 'exemption-reason')?.items.map((item) => [item.code, item]));
    const check = (code: string, months: number) => checkExemption(reasons.get(code) ?? { name: '' }, months);
    expect(check('abroad', 6)).toBe('境外工作须超过 6 个月');
    expect(check('sick', 6)).toBe('病假须超过 6 个月');
    expect([check('abroad', 7), check('sick', 12), check('childbirth', 1), check('approved', 3)]).toEqual([null, null, null, null]);
    for (const months of [0, -1, 13, Number.NaN]) expect(check('childbirth', months)).not.toBeNull();
  });
});

describe('the declaration window (D15)', () => {
  const settings = { declarationWindow: { opens: '01-01', closes: '12-31' } };
  test.each([
    [2026, '2026-01-01', true],
    [2026, '2026-12-31', true],
    [2025, '2026-01-01', false],
    [2027, '2026-12-31', false],
  ])('year %d on %s: %s', (year, today, open) => {
    expect(declarationOpen(settings, year, today)).toBe(open);
  });
  test('a shorter window', () => {
    const shorter = { declarationWindow: { opens: '03-01', closes: '11-30' } };
    expect(yearClosesOn(shorter, 2026)).toBe('2026-11-30');
    expect(['2026-02-28', '2026-03-01', '2026-11-30', '2026-12-01'].map((day) => declarationOpen(shorter, 2026, day))).toEqual([false, true, true, false]);
  });
});

describe('judging a year from its facts', () => {
  const policy = { requirements: henan.requirements, settings: henan.settings };
  const facts = { region: '410300', titles: [{ levelCode: '4', obtainedOn: '2010-01-01' }], exemptions: [], generalHours: 24, specialtyHours: 66 };

  test('the standard of the year, the band and the region decide', () => {
    expect(judgeYear({ ...facts, year: 2014 }, policy)).toEqual({ band: 'junior', requiredGeneral: 22, requiredSpecialty: 52, passed: true, flags: [] });
    expect(judgeYear({ ...facts, year: 2016 }, policy)).toMatchObject({ requiredGeneral: 24, requiredSpecialty: 66, passed: true });
    expect(judgeYear({ ...facts, year: 2016, region: '410105' }, policy)).toMatchObject({ requiredGeneral: 30, requiredSpecialty: 60, passed: false });
    expect(judgeYear({ ...facts, year: 2018 }, policy).passed).toBe(false);
  });

  test('a year without a standard is never passed; remarks say what was assumed and reduced', () => {
    expect(judgeYear({ ...facts, year: 2012 }, policy)).toEqual({ band: 'junior', requiredGeneral: null, requiredSpecialty: null, passed: false, flags: [] });
    const judged = judgeYear({ ...facts, year: 2026, titles: [{ levelCode: '1', obtainedOn: null }], exemptions: [{ months: 7 }] }, policy);
    expect(judged).toEqual({
      band: 'senior',
      requiredGeneral: 13,
      requiredSpecialty: 25,
      passed: true,
      flags: [annualFlags.titleHistoryMissing, annualFlags.requirementReduced],
    });
  });
});
