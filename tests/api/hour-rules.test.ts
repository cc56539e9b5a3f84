import {
  api,
  approveAll,
  buildOffice,
  buildProfessional,
  buildProvince,
  conference,
  database,
  decide,
  declare,
  fileForm,
  type Person,
  type Province,
  pdf,
  thisYear,
  tomorrow,
  training,
  uploadPdf,
} from '../fixtures';

let p: Province;
beforeAll(async () => {
  p = await buildProvince();
});

const submit = async (who: Person, body: unknown) => api('/api/panel/hour-records', { method: 'POST', as: who, body: await body });
const confirm = (who: Person, id: number, confirmedHours: number, reason?: string) => decide(who, id, 'approve', { confirmedHours, reason });
const withDocument = async (who: Person, document: string, more: Record<string, unknown>) =>
  conference(who, { attachments: [{ id: await uploadPdf(who), document }], ...more });
const posting = (who: Person, months: number, startsOn: string) =>
  withDocument(who, 'posting-document', { form: 'assistance-posting', values: { months }, startsOn, endsOn: `${thisYear}-01-01` });
const other = (who: Person) => withDocument(who, 'proof', { form: 'other', values: { hours: 10 } });
const article = (who: Person, title: string, journal: string, more: Record<string, unknown> = {}) =>
  conference(who, { form: 'publication', title, values: { kind: 'article', journal, rank: 1 }, attachments: [], ...more });
const routeOf = async (id: number): Promise<{ organizationId: number; confirms?: true }[]> =>
  (await database().query("select route from reviews where subject = 'hour-record' and subject_id = $1 and current", [id])).rows[0].route;
const figures = async (id: number) =>
  (
    await database().query(
      `select confirmed_hours::float8 as confirmed, specialty_hours::float8 as specialty, computed_hours::float8 as computed, status
         from hour_records where id = $1`,
      [id],
    )
  ).rows[0];

describe('the period holds what is declared', () => {
  test('learning that is not over', async () => {
    expect(await submit(p.people.professional, conference(p.people.professional, { endsOn: tomorrow }))).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid', field: 'endsOn' } },
    });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      '30 days of conference on one day',
      () => conference(p.people.professional, { startsOn: `${thisYear}-01-01`, values: { level: 'national', days: 30 } }),
      'values.days',
    ],
    ['four days in three', () => conference(p.people.professional, { values: { level: 'national', days: 4 } }), 'values.days'],
    ['a year of posting on one day', () => posting(p.people.professional, 12, `${thisYear}-01-01`), 'values.months'],
    ['a year of posting, two days short', () => posting(p.people.professional, 12, `${thisYear - 1}-01-04`), 'values.months'],
  ])('%s: 400 naming the field', async (_, body, field) => {
    expect(await submit(p.people.professional, body())).toMatchObject({ status: 400, body: { error: { code: 'invalid', field } } });
  });

  test('exactly a year of posting', async () => {
    expect(await submit(p.people.foreignProfessional, posting(p.people.foreignProfessional, 12, `${thisYear - 1}-01-02`))).toMatchObject({ status: 201 });
  });
});

describe('once per conference, once per work', () => {
  const again = { status: 409, body: { error: { code: 'duplicate-declaration', field: 'title' } } };

  test('the same conference, a day off, written differently', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await declare(who, conference(who, { title: '全国教育（技术）年会 2025' }));
    const one = { level: 'national', days: 1 };
    expect(await submit(who, conference(who, { title: '全国教育(技术)年会2025', startsOn: `${thisYear}-01-01`, values: one }))).toMatchObject(again);
    const next = `${thisYear}-01-02`;
    expect(await submit(who, conference(who, { title: '全国教育（技术）年会 2025', startsOn: next, endsOn: next, values: one }))).toMatchObject(again);
    const later = `${thisYear}-01-04`;
    expect(await submit(who, conference(who, { title: '全国教育（技术）年会 2025', startsOn: later, endsOn: later, values: one }))).toMatchObject({
      status: 201,
    });
  });

  test('the same paper in a second class of journal, on another day', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await declare(who, article(who, '论《课程改革》', 'provincial-core'));
    const other = article(who, '论“课程改革”', 'issn-cn', { startsOn: `${thisYear}-01-01` });
    expect(await submit(who, other)).toMatchObject(again);
    expect(await submit(who, article(who, '论课程改革之二', 'issn-cn'))).toMatchObject({ status: 201 });
  });
});

describe('核定学时 at the office the frozen route names (decisions 15, 17)', () => {
  /** An office between a county's bureau and the city's. */
  const county = async () => {
    const bureau = await buildOffice({ name: `${p.mark}丙县人社局`, kind: 'bureau', regionCode: '410122', parent: p.organizations.city, userType: 'bureau' });
    const unit = await buildOffice({ name: `${p.mark}丙县中学`, kind: 'employer', regionCode: '410122', parent: bureau.office, userType: 'employer' });
    return { bureau, unit, who: await buildProfessional(unit.office) };
  };

  test('rule 十三 below a county: the city sets the figure, the county does not', async () => {
    const { bureau, unit, who } = await county();
    const id = await declare(who, other(who));
    expect((await routeOf(id)).map((step) => [step.organizationId, step.confirms === true])).toEqual([
      [unit.office.id, false],
      [bureau.office.id, false],
      [p.organizations.city.id, true],
    ]);
    await approveAll([unit.clerk], id);
    expect(await confirm(bureau.clerk, id, 14)).toMatchObject({ status: 403, body: { error: { code: 'only-lower' } } });
    await approveAll([bureau.clerk], id);
    expect((await confirm(p.people.cityClerk, id, 14)).status).toBe(200);
    expect(await figures(id)).toMatchObject({ confirmed: 14, specialty: 14, status: 'approved' });

    // Once final it is on the province's file; revoked, it is off it again.
    const filed = async () => {
      const filter = encodeURIComponent(JSON.stringify({ tab: 'filed', year: thisYear }));
      return (await api(`/api/panel/hour-reviews?filter=${filter}`, { as: p.people.provinceClerk })).body;
    };
    expect(await filed()).toMatchObject([{ id, form: 'other', filedAt: expect.any(String) }]);
    expect((await decide(p.people.cityClerk, id, 'revoke', { reason: '材料不实' })).status).toBe(200);
    expect(await filed()).toEqual([]);
  });

  test('rule 十三 under a provincial authority: the authority sets it', async () => {
    const authority = await buildOffice({
      name: `${p.mark}省教育厅`,
      kind: 'authority',
      regionCode: '410000',
      parent: p.organizations.province,
      userType: 'authority',
    });
    const unit = await buildOffice({ name: `${p.mark}省直中学`, kind: 'employer', regionCode: '410000', parent: authority.office, userType: 'employer' });
    const who = await buildProfessional(unit.office);
    const id = await declare(who, other(who));
    await approveAll([unit.clerk], id);
    expect((await confirm(authority.clerk, id, 12)).status).toBe(200);
    expect(await figures(id)).toMatchObject({ confirmed: 12, status: 'approved' });
  });

  test('a training of a unit directly under a bureau: the bureau sets it', async () => {
    const who = p.people.foreignProfessional;
    const id = await declare(who, training(who, 'specialty', 10));
    await approveAll([p.people.foreignEmployerClerk], id);
    expect((await confirm(p.people.otherCityClerk, id, 16)).status).toBe(200);
    expect(await figures(id)).toMatchObject({ confirmed: 16, specialty: 16 });
  });

  test('what a table yields is never raised', async () => {
    const who = await buildProfessional(p.organizations.employer);
    const fixed = await declare(who, article(who, '不能调高的论文', 'issn-cn'));
    expect(await confirm(p.people.employerClerk, fixed, 37)).toMatchObject({ status: 403, body: { error: { code: 'above-table' } } });
    expect(await figures(fixed)).toMatchObject({ confirmed: null, specialty: 36, status: 'pending' });
    expect((await confirm(p.people.employerClerk, fixed, 30)).status).toBe(200);
    const nobody = await declare(who, conference(who));
    expect((await routeOf(nobody)).some((step) => step.confirms)).toBe(false);
    await approveAll([p.people.employerClerk, p.people.authorityClerk], nobody);
    expect(await confirm(p.people.cityClerk, nobody, 1000, '理由')).toMatchObject({ status: 403, body: { error: { code: 'only-lower' } } });
  });

  test('sent back to it, the office may set its figure anew; behind it the figure stands', async () => {
    const who = await buildProfessional(p.organizations.employer);
    const id = await declare(who, training(who, 'specialty', 20));
    await approveAll([p.people.employerClerk], id);
    expect((await confirm(p.people.authorityClerk, id, 16)).status).toBe(200);
    expect((await decide(p.people.cityClerk, id, 'return', { toStep: 1, reason: '核定有误' })).status).toBe(200);
    expect(await figures(id)).toMatchObject({ confirmed: null, specialty: 20, computed: 20, status: 'pending' });
    expect((await confirm(p.people.authorityClerk, id, 18)).status).toBe(200);
    expect(await figures(id)).toMatchObject({ confirmed: 18, specialty: 18 });
  });
});

test('an office that is closed or merged is no step of a new route (decision 22)', async () => {
  const authority = await buildOffice({
    name: `${p.mark}已停用主管`,
    kind: 'authority',
    regionCode: '410100',
    parent: p.organizations.city,
    userType: 'authority',
  });
  const unit = await buildOffice({ name: `${p.mark}其下中学`, kind: 'employer', regionCode: '410100', parent: authority.office, userType: 'employer' });
  await database().query("update organizations set status = 'read-only' where id = $1", [authority.office.id]);
  const who = await buildProfessional(unit.office);
  const id = await declare(who, conference(who));
  expect((await routeOf(id)).map((step) => step.organizationId)).toEqual([unit.office.id, p.organizations.city.id]);
});

test('rule 十三 without a city bureau above: refused, no error of ours', async () => {
  const bureau = await buildOffice({ name: `${p.mark}孤立县人社局`, kind: 'bureau', regionCode: '410122', parent: null, userType: 'bureau' });
  const unit = await buildOffice({ name: `${p.mark}孤立县中学`, kind: 'employer', regionCode: '410122', parent: bureau.office, userType: 'employer' });
  const who = await buildProfessional(unit.office);
  expect(await submit(who, other(who))).toMatchObject({ status: 409, body: { error: { code: 'no-bureau' } } });
});

describe('uploads', () => {
  test('a professional of a unit that is closed only looks', async () => {
    const unit = await buildOffice({
      name: `${p.mark}已注销中学`,
      kind: 'employer',
      regionCode: '410100',
      parent: p.organizations.authority,
      userType: 'employer',
    });
    const who = await buildProfessional(unit.office);
    await database().query("update organizations set status = 'read-only' where id = $1", [unit.office.id]);
    expect(await api('/api/attachments', { method: 'POST', as: who, body: fileForm(pdf()) })).toMatchObject({
      status: 403,
      body: { error: { code: 'read-only' } },
    });
  });

  test('parallel ones stay within the limit', async () => {
    const who = await buildProfessional(p.organizations.employer);
    await database().query(
      `insert into attachments (account_id, name, mime, size, sha256, file_key)
       select $1::int, 'x.pdf', 'application/pdf', 1, repeat('0', 64), 'rules/' || $1::int || '/' || n from generate_series(1, 49) n`,
      [who.accountId],
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => api('/api/attachments', { method: 'POST', as: who, body: fileForm(pdf()) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(429)]);
    await database().query('delete from attachments where account_id = $1', [who.accountId]);
  });
});
