import { api } from '../fixtures';

const quote = (body: unknown) => api('/api/hours/quote', { method: 'POST', body });
const conference = { form: 'conference', year: 2026, titleLevel: 'senior', region: '410100', values: { level: 'national', days: 3, presentedPaper: true } };

describe('GET /api/hours/requirement', () => {
  test.each([
    ['year=2026&titleLevel=senior&region=410100', { year: 2026, generalHours: 30, specialtyHours: 60, totalHours: 90 }],
    ['year=2013&titleLevel=junior&region=410300', { year: 2013, generalHours: 22, specialtyHours: 52, totalHours: 74 }],
    ['year=2015&titleLevel=intermediate&region=419001', { year: 2015, generalHours: 26, specialtyHours: 60, totalHours: 86 }],
    ['year=2016&titleLevel=senior&region=410105', { year: 2016, generalHours: 30, specialtyHours: 60, totalHours: 90 }],
    ['year=2017&titleLevel=senior&region=410000', { year: 2017, generalHours: 24, specialtyHours: 66, totalHours: 90 }],
  ])('%s', async (query, body) => {
    expect(await api(`/api/hours/requirement?${query}`)).toMatchObject({ status: 200, body });
  });

  test('years before 2013 have no standard', async () => {
    const answer = await api('/api/hours/requirement?year=2012&titleLevel=senior&region=410100');
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'no-requirement' } } });
  });

  test.each([
    ['titleLevel=senior&region=410100', 'year'],
    ['year=two&titleLevel=senior&region=410100', 'year'],
    ['year=-2026&titleLevel=senior&region=410100', 'year'],
    ['year=9999&titleLevel=senior&region=410100', 'year'],
    ['year=2026&year=2025&titleLevel=senior&region=410100', 'year'],
    ['year=2026&region=410100', 'titleLevel'],
    ['year=2026&titleLevel=master&region=410100', 'titleLevel'],
    ['year=2026&titleLevel=senior', 'region'],
    ['year=2026&titleLevel=senior&region=41', 'region'],
    ['year=2026&titleLevel=senior&region=999999', 'region'],
    ['year=2026&titleLevel=senior&region=410100&filters[x]=1', 'filters'],
  ])('%s: 400 names %s', async (query, field) => {
    expect(await api(`/api/hours/requirement?${query}`)).toMatchObject({
      status: 400,
      body: { error: { field, message: expect.stringMatching(/\p{Script=Han}/u) } },
    });
  });
});

describe('POST /api/hours/quote', () => {
  test('a national conference of three days with a paper: 24 hours, explained', async () => {
    expect(await quote(conference)).toMatchObject({
      status: 200,
      body: { hours: 24, generalHours: 0, specialtyHours: 24, explanation: ['国家级学术会议 3 天 × 6 → 18', '宣读、报告论文 +6 → 24', '计入专业科目 24 学时'] },
    });
  });

  test('the standard of the year, the level and the region counts', async () => {
    const posting = { form: 'assistance-posting', titleLevel: 'junior', region: '410300', values: { months: 12 } };
    expect((await quote({ ...posting, year: 2014 })).body).toMatchObject({ hours: 74, generalHours: 22, specialtyHours: 52 });
    expect((await quote({ ...posting, year: 2016 })).body).toMatchObject({ hours: 90, generalHours: 24, specialtyHours: 66 });
  });

  test.each<[string, unknown, string]>([
    ['an unknown form', { ...conference, form: 'holiday' }, 'form'],
    ['a form named like a property of objects', { ...conference, form: '__proto__' }, 'form'],
    ['a year without a standard', { ...conference, year: 2012 }, 'year'],
    ['a year as text', { ...conference, year: '2026' }, 'year'],
    ['an unknown region', { ...conference, region: '990000' }, 'region'],
    ['a general conference', { ...conference, subject: 'general' }, 'subject'],
    ['negative days', { ...conference, values: { level: 'national', days: -3 } }, 'values.days'],
    ['days as text', { ...conference, values: { level: 'national', days: '3' } }, 'values.days'],
    ['an unknown value', { ...conference, values: { ...conference.values, hours: 90 } }, 'values.hours'],
    ['a rank beyond the table', { ...conference, form: 'award', values: { level: 'national', rank: 4 } }, 'values.rank'],
    [
      'a dictionary code that does not exist',
      { ...conference, form: 'online-course', values: { subject: 'general', hours: 3, courseSeries: '77' } },
      'values.courseSeries',
    ],
    ['hours sent by the browser', { ...conference, hours: 90 }, 'hours'],
    ['no values', { ...conference, values: undefined }, 'values'],
  ])('%s: 400 names the field', async (_, body, field) => {
    expect(await quote(body)).toMatchObject({ status: 400, body: { error: { field, message: expect.stringMatching(/\p{Script=Han}/u) } } });
  });

  test.each([['{'], ['[]'], ['"x"'], ['null'], ['']])('the body %j is refused in the error shape', async (body) => {
    expect(await quote(body)).toMatchObject({ status: 400, body: { error: { code: expect.any(String), message: expect.any(String) } } });
  });
});

describe('GET /api/hours/forms', () => {
  test('lists the forms open in a year, in their order', async () => {
    const { status, body } = await api<{ code: string; sort: number }[]>('/api/hours/forms?year=2026');
    expect(status).toBe(200);
    expect(body).toHaveLength(14);
    expect(body.map((form) => form.sort)).toEqual(body.map((form) => form.sort).sort((a, b) => a - b));
    expect(body.find((form) => form.code === 'conference')).toMatchObject({ name: '学术会议', rule: '（四）' });
  });

  test('needs a year', async () => {
    expect(await api('/api/hours/forms')).toMatchObject({ status: 400, body: { error: { field: 'year' } } });
  });
});
