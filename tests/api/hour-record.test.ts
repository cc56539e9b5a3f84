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
  insertRow,
  type Province,
  type RefusalBody,
  thisYear,
  tomorrow,
  training,
  uploadPdf,
} from '../fixtures';

let p: Province;
beforeAll(async () => {
  p = await buildProvince();
});

const offices = () => [p.people.employerClerk, p.people.authorityClerk, p.people.cityClerk];

async function recordOf(id: number) {
  const { rows } = await database().query(
    `select r.status, r.source, r.organization_id, r.declared_hours::float8 as declared, r.computed_hours::float8 as computed,
       r.confirmed_hours::float8 as confirmed, r.general_hours::float8 as general, r.specialty_hours::float8 as specialty, r."values", r.explanation,
       v.status as review, v.step, v.version, v.round, v.organization_id as waits_at, v.lane, v.year,
       (select array_agg(d.decision order by d.id) from review_decisions d where d.subject = 'hour-record' and d.subject_id = r.id) as history
     from hour_records r join reviews v on v.subject = 'hour-record' and v.subject_id = r.id and v.current where r.id = $1`,
    [id],
  );
  return rows[0];
}
const recordCount = async (professionalId: number | null): Promise<number> =>
  (await database().query('select count(*)::int as n from hour_records where professional_id = $1', [professionalId])).rows[0].n;

describe('declaring', () => {
  test('a conference: hours by the server, documents claimed, the frozen route to the first bureau', async () => {
    const body = await conference(p.people.professional);
    const answer = await api('/api/panel/hour-records', { method: 'POST', as: p.people.professional, body });
    expect(answer).toMatchObject({ status: 201, body: { status: 'pending', hours: 24, generalHours: 0, specialtyHours: 24 } });
    const { id } = answer.body;
    expect(await recordOf(id)).toMatchObject({
      status: 'pending',
      source: 'self',
      organization_id: p.organizations.employer.id,
      declared: 24,
      computed: 24,
      confirmed: null,
      general: 0,
      specialty: 24,
      values: { level: 'national', days: 3, presentedPaper: true, paperTitle: '论文' },
      review: 'pending',
      step: 0,
      waits_at: p.organizations.employer.id,
      lane: 'standard',
      year: thisYear,
      history: ['submit'],
    });
    const { rows } = await database().query('select route from reviews where subject = $1 and subject_id = $2', ['hour-record', id]);
    const { employer, authority, city } = p.organizations;
    expect(rows[0].route.map((step: { organizationId: number }) => step.organizationId)).toEqual([employer.id, authority.id, city.id]);
    const files = await database().query('select document from attachments where hour_record_id = $1', [id]);
    expect(files.rows).toEqual([{ document: 'conference-notice' }]);
  });

  test('a unit directly under a bureau: employer, then bureau (decision 4)', async () => {
    const id = await declare(p.people.foreignProfessional, conference(p.people.foreignProfessional));
    const { rows } = await database().query('select jsonb_array_length(route) as steps from reviews where subject = $1 and subject_id = $2', [
      'hour-record',
      id,
    ]);
    expect(rows[0].steps).toBe(2);
  });

  test("a bureau's own people: one step at the own bureau, by somebody else (decision 5)", async () => {
    const who = await buildProfessional(p.organizations.city);
    const id = await declare(who, conference(who));
    expect(await recordOf(id)).toMatchObject({ waits_at: p.organizations.city.id });
    await approveAll([p.people.cityClerk], id);
    expect(await recordOf(id)).toMatchObject({ status: 'approved' });
  });

  test('a unit with no bureau above it: refused, nothing kept', async () => {
    const { office } = await buildOffice({ name: `无主${p.mark}`, kind: 'employer', regionCode: '410100', parent: null, userType: 'employer' });
    const who = await buildProfessional(office);
    expect(await api('/api/panel/hour-records', { method: 'POST', as: who, body: await conference(who) })).toMatchObject({
      status: 409,
      body: { error: { code: 'no-bureau' } },
    });
    expect(await recordCount(who.professionalId)).toBe(0);
  });

  test('the quote of the signed-in professional needs neither level nor region', async () => {
    const body = { form: 'assistance-posting', year: thisYear, values: { months: 12 } };
    const answer = await api('/api/panel/hour-records/quote', { method: 'POST', as: p.people.professional, body });
    expect(answer).toMatchObject({ status: 200, body: { hours: 90, generalHours: 30, specialtyHours: 60 } });
    expect(answer.body.explanation.length).toBeGreaterThan(0);
  });

  test('the same learning twice: 409, one record; after withdrawal it may be declared again', async () => {
    const who = p.people.colleague;
    const id = await declare(who, conference(who, { title: '同一会议' }));
    const again = await conference(who, { title: '同一会议' });
    expect(await api('/api/panel/hour-records', { method: 'POST', as: who, body: again })).toMatchObject({
      status: 409,
      body: { error: { code: 'duplicate-declaration', field: 'title', details: { id } } },
    });
    expect(await recordCount(who.professionalId)).toBe(1);
    expect((await decide(who, id, 'withdraw')).body.counts).toEqual({ withdrawn: 1 });
    expect(await recordOf(id)).toMatchObject({ status: 'withdrawn', review: 'withdrawn', history: ['submit', 'withdraw'] });
    await declare(who, again);
  });

  test('two equal declarations at once: one record', async () => {
    const who = p.people.otherProfessional;
    const bodies = [await conference(who, { title: '并发' }), await conference(who, { title: '并发' })];
    const answers = await Promise.all(bodies.map((body) => api('/api/panel/hour-records', { method: 'POST', as: who, body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await recordCount(who.professionalId)).toBe(1);
  });

  test('a posting serves one year only (decision 14)', async () => {
    const who = p.people.foreignProfessional;
    const posting = { form: 'assistance-posting', title: '援疆', startsOn: `${thisYear - 1}-01-01`, values: { months: 12 } };
    const documents = await database().query("select definition -> 'documents' as d from learning_forms where code = 'assistance-posting'");
    const attachmentsOf = async () => {
      const required = documents.rows[0].d.filter((one: { required: boolean }) => one.required);
      return Promise.all(required.map(async (one: { code: string }) => ({ id: await uploadPdf(who), document: one.code })));
    };
    const id = await declare(who, conference(who, { ...posting, endsOn: `${thisYear}-01-01`, attachments: await attachmentsOf() }));
    await database().query('update hour_records set year = year - 1 where id = $1', [id]);
    const body = await conference(who, { ...posting, title: '援疆（续）', endsOn: `${thisYear}-01-01`, attachments: await attachmentsOf() });
    expect(await api('/api/panel/hour-records', { method: 'POST', as: who, body })).toMatchObject({
      status: 409,
      body: { error: { code: 'counted-in-other-year' } },
    });
  });
});

describe('refused declarations leave nothing behind', () => {
  const publication = { form: 'publication', values: { kind: 'article', journal: 'provincial-core', rank: 9 } };

  test.each<[string, Record<string, unknown>, number, string | undefined, string | undefined]>([
    ['a past year, in the words of the source', { year: thisYear - 1 }, 400, 'year-closed', 'year'],
    ['a year to come', { year: thisYear + 1 }, 400, 'year-closed', 'year'],
    ['an unknown field', { hours: 99 }, 400, 'invalid', 'hours'],
    ['a figure of the confirming office', { confirmedHours: 99 }, 400, 'invalid', 'confirmedHours'],
    ['another person', { professionalId: 1 }, 400, 'invalid', 'professionalId'],
    ['a year as text', { year: String(thisYear) }, 400, 'invalid', 'year'],
    ['a title as number', { title: 5 }, 400, 'invalid', 'title'],
    ['no title', { title: '  ' }, 400, 'invalid', 'title'],
    ['a day that does not exist', { startsOn: `${thisYear}-02-30` }, 400, 'invalid', 'startsOn'],
    ['an end before the start', { startsOn: `${thisYear}-01-05` }, 400, 'invalid', 'endsOn'],
    ['a period outside the year', { startsOn: `${thisYear - 2}-01-01`, endsOn: `${thisYear - 2}-01-03` }, 400, 'invalid', 'startsOn'],
    ['learning that has not begun', { startsOn: tomorrow, endsOn: tomorrow }, 400, 'invalid', 'startsOn'],
    ['negative days', { values: { level: 'national', days: -3 } }, 400, 'invalid', 'values.days'],
    ['half a day', { values: { level: 'national', days: 1.5 } }, 400, 'invalid', 'values.days'],
    ['days as text', { values: { level: 'national', days: '3' } }, 400, 'invalid', 'values.days'],
    ['an unknown value', { values: { level: 'national', days: 3, bonus: 100 } }, 400, 'invalid', 'values.bonus'],
    ['a level nobody knows', { values: { level: 'galactic', days: 3 } }, 400, 'invalid', 'values.level'],
    ['values as a list', { values: [] }, 400, 'invalid', 'values'],
    ['a rank beyond the table', publication, 400, undefined, 'values.rank'],
    ['an unknown form', { form: 'holiday' }, 400, 'unknown-form', 'form'],
    ['a subject the form does not have', { subject: 'general' }, 400, 'invalid', 'subject'],
    ['no documents', { attachments: [] }, 400, 'document-missing', 'attachments'],
    ['a document of another form', { attachments: [{ id: 1, document: 'patent-certificate' }] }, 400, 'unknown-document', 'attachments.0.document'],
    ['an upload that is not there', { attachments: [{ id: 2_000_000_000, document: 'conference-notice' }] }, 400, 'unknown-attachment', 'attachments.0.id'],
    ['a version', { version: 0 }, 400, 'invalid', 'version'],
    ['a character PostgreSQL cannot store', { title: 'a\u0000b' }, 400, 'invalid', undefined],
  ])('%s', async (_, change, status, code, field) => {
    const who = p.people.professional;
    const before = await recordCount(who.professionalId);
    const valid = await conference(who);
    // Journals have documents of their own; what is refused here comes before them or after.
    const attachments = change.form === 'publication' ? [{ id: (valid.attachments as { id: number }[])[0]?.id, document: 'journal-pages' }] : valid.attachments;
    const answer = await api<RefusalBody>('/api/panel/hour-records', { method: 'POST', as: who, body: { ...valid, attachments, ...change } });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(/\p{Script=Han}/u);
    if (code) expect(answer.body.error.code).toBe(code);
    if (field) expect(answer.body.error.field).toBe(field);
    expect(await recordCount(who.professionalId)).toBe(before);
    const orphanReviews = await database().query(
      "select 1 from reviews v where v.subject = 'hour-record' and not exists (select 1 from hour_records r where r.id = v.subject_id)",
    );
    expect(orphanReviews.rowCount).toBe(0);
  });

  test('a past year says what the source says', async () => {
    const answer = await api<RefusalBody>('/api/panel/hour-records', {
      method: 'POST',
      as: p.people.professional,
      body: await conference(p.people.professional, { year: thisYear - 1 }),
    });
    expect(answer.body.error.message).toBe('往年学时申报已截止，目前仅可申报当年学时。');
  });

  test('malformed JSON, a huge body, a list instead of an object', async () => {
    const as = p.people.professional;
    const before = await recordCount(as.professionalId);
    expect(await api('/api/panel/hour-records', { method: 'POST', as, body: '{"form":' })).toMatchObject({
      status: 400,
      body: { error: { code: 'malformed-json' } },
    });
    const huge = { ...(await conference(as)), title: 'x'.repeat(1024 * 1024) };
    expect(await api('/api/panel/hour-records', { method: 'POST', as, body: huge })).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    expect(await api('/api/panel/hour-records', { method: 'POST', as, body: [] })).toMatchObject({ status: 400 });
    expect(await recordCount(as.professionalId)).toBe(before);
  });

  test("somebody else's upload", async () => {
    const theirs = await conference(p.people.colleague);
    const body = { ...(await conference(p.people.professional)), attachments: theirs.attachments };
    expect(await api('/api/panel/hour-records', { method: 'POST', as: p.people.professional, body })).toMatchObject({
      status: 400,
      body: { error: { code: 'unknown-attachment', field: 'attachments.0.id' } },
    });
    const id = theirs.attachments?.[0]?.id;
    expect((await database().query('select hour_record_id from attachments where id = $1', [id])).rows[0].hour_record_id).toBeNull();
  });

  test('an upload already used', async () => {
    const first = await conference(p.people.professional);
    await declare(p.people.professional, first);
    const second = { ...(await conference(p.people.professional)), attachments: first.attachments };
    expect(await api('/api/panel/hour-records', { method: 'POST', as: p.people.professional, body: second })).toMatchObject({
      status: 400,
      body: { error: { code: 'unknown-attachment' } },
    });
  });

  test('a form that is switched off', async () => {
    await database().query("update learning_forms set enabled = false where code = 'grassroots-service'");
    try {
      const body = await conference(p.people.professional, { form: 'grassroots-service', values: { days: 2 } });
      let answer = await api('/api/panel/hour-records', { method: 'POST', as: p.people.professional, body });
      for (let i = 0; i < 50 && answer.body.error?.code !== 'form-closed'; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        answer = await api('/api/panel/hour-records', { method: 'POST', as: p.people.professional, body });
      }
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'form-closed', field: 'form' } } });
    } finally {
      await database().query("update learning_forms set enabled = true where code = 'grassroots-service'");
    }
  });

  test('while a transfer is open (decision 19)', async () => {
    const who = p.people.otherProfessional;
    await database().query("update professionals set status = 'transferring' where id = $1", [who.professionalId]);
    const before = await recordCount(who.professionalId);
    expect(await api('/api/panel/hour-records', { method: 'POST', as: who, body: await conference(who) })).toMatchObject({
      status: 409,
      body: { error: { code: 'transfer-open' } },
    });
    await database().query("update professionals set status = 'active' where id = $1", [who.professionalId]);
    expect(await recordCount(who.professionalId)).toBe(before);
  });

  test('an office does not declare here; nobody signed in: 401', async () => {
    const body = await conference(p.people.professional);
    expect(await api('/api/panel/hour-records', { method: 'POST', as: p.people.employerClerk, body })).toMatchObject({ status: 403 });
    expect(await api('/api/panel/hour-records', { method: 'POST', body })).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } });
    expect(await api('/api/panel/hour-records', { method: 'POST', as: 'xs_expired', body })).toMatchObject({
      status: 401,
      body: { error: { code: 'session-expired' } },
    });
  });
});

test('a yearly cap of a form counts what is left, then refuses (decision 12)', async () => {
  const who = await buildProfessional(p.organizations.employer);
  const report = async () =>
    conference(who, { form: 'investigation-report', values: {}, attachments: [{ id: await uploadPdf(who), document: 'endorsement' }] });
  const quote = () => api('/api/panel/hour-records/quote', { method: 'POST', as: who, body: { form: 'investigation-report', year: thisYear, values: {} } });
  const cap = (hours: number | null) =>
    database().query("update learning_forms set definition = jsonb_set(definition, '{yearlyCap}', $1::jsonb) where code = 'investigation-report'", [
      JSON.stringify(hours),
    ]);
  await declare(who, report());
  try {
    await cap(30);
    for (let i = 0; i < 50 && (await quote()).body.hours !== 10; i += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await quote()).body).toMatchObject({
      hours: 10,
      specialtyHours: 10,
      explanation: expect.arrayContaining([expect.stringContaining('每年度最多计 30 学时')]),
    });
    const id = await declare(who, report());
    expect(await recordOf(id)).toMatchObject({ declared: 20, computed: 10, specialty: 10 });
    const answer = await api('/api/panel/hour-records', { method: 'POST', as: who, body: await report() });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'yearly-cap', field: 'form' } } });
    expect(await recordCount(who.professionalId)).toBe(2);
  } finally {
    await cap(null);
  }
});

describe('deciding', () => {
  test('a decision of the wrong office, of another branch, of oneself: refused, unchanged', async () => {
    const id = await declare(p.people.professional, conference(p.people.professional));
    const before = await recordOf(id);
    expect(await decide(p.people.authorityClerk, id, 'approve')).toMatchObject({ status: 403, body: { error: { code: 'not-yours' } } });
    expect(await decide(p.people.otherCityClerk, id, 'approve', { version: 0 })).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
    expect(await decide(p.people.otherEmployerClerk, id, 'approve', { version: 0 })).toMatchObject({ status: 404 });
    expect((await decide(p.people.professional, id, 'approve')).status).toBe(403);
    expect(await recordOf(id)).toEqual(before);
    expect((await api(`/api/panel/hour-records/${id}`, { as: p.people.colleague })).status).toBe(404);
    expect((await api(`/api/panel/hour-records/${id}/history`, { as: p.people.colleague })).status).toBe(404);
    expect((await api(`/api/panel/hour-reviews/${id}`, { as: p.people.otherCityClerk })).status).toBe(404);
  });

  test('nobody decides on his own claim, in whatever role (X15)', async () => {
    const who = p.people.colleague;
    const id = await declare(who, conference(who));
    const { rows } = await database().query('select panel_role_id from memberships where id = $1', [p.people.employerClerk.membershipId]);
    const membershipId = await insertRow('memberships', {
      account_id: who.accountId,
      user_type: 'employer',
      organization_id: p.organizations.employer.id,
      panel_role_id: rows[0].panel_role_id,
      super: false,
      status: 'active',
    });
    const clerk = { ...who, userType: 'employer' as const, membershipId, professionalId: null };
    const before = await recordOf(id);
    expect(await decide(clerk, id, 'approve')).toMatchObject({ status: 403, body: { error: { code: 'own-claim' } } });
    expect(await recordOf(id)).toEqual(before);
  });

  test('already decided: 409 by whom and when; two at once: one wins, one history row', async () => {
    const id = await declare(p.people.professional, conference(p.people.professional));
    const answers = await Promise.all([1, 2, 3].map(() => decide(p.people.employerClerk, id, 'approve', { version: 0 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error).toMatchObject({ code: 'already-decided', details: { by: p.people.employerClerk.name, decision: 'approve' } });
    expect(lost?.body.error.message).toContain(p.people.employerClerk.name);
    expect((await recordOf(id)).history).toEqual(['submit', 'approve']);
    expect(await decide(p.people.professional, id, 'withdraw')).toMatchObject({ status: 409, body: { error: { code: 'too-late' } } });
  });

  test('rejected with a reason; the applicant sees it', async () => {
    const id = await declare(p.people.professional, conference(p.people.professional));
    expect(await decide(p.people.employerClerk, id, 'reject')).toMatchObject({ status: 400, body: { error: { field: 'reason' } } });
    expect((await decide(p.people.employerClerk, id, 'reject', { reason: '材料不符' })).status).toBe(200);
    expect(await recordOf(id)).toMatchObject({ status: 'rejected', review: 'rejected', history: ['submit', 'reject'] });
    expect((await api(`/api/panel/hour-records/${id}`, { as: p.people.professional })).body).toMatchObject({
      status: 'rejected',
      reason: '材料不符',
      actions: [],
    });
  });

  test('returned with a marked field, corrected, compared, approved on all levels', async () => {
    const who = p.people.professional;
    const id = await declare(who, conference(who, { startsOn: `${thisYear - 1}-12-29`, values: { level: 'national', days: 4 } }));
    const marks = [{ field: 'values.days', remark: '通知载明 3 天' }];
    expect((await decide(p.people.employerClerk, id, 'return', { reason: '天数不符', marks })).status).toBe(200);
    const seen = (await api(`/api/panel/hour-records/${id}`, { as: who })).body;
    expect(seen).toMatchObject({
      status: 'returned',
      marks,
      reason: '天数不符',
      values: { level: 'national', days: 4 },
      formDefinition: { code: 'conference' },
    });

    const put = (body: unknown, as = who) => api(`/api/panel/hour-records/${id}`, { method: 'PUT', as, body });
    const kept = seen.attachments.map((one: { id: number; document: string }) => ({ id: one.id, document: one.document }));
    const body = await conference(who, { title: seen.title, attachments: kept, values: { level: 'national', days: 3 }, version: seen.version });
    const before = await recordOf(id);
    expect(await put({ ...body, version: undefined })).toMatchObject({ status: 400, body: { error: { field: 'version' } } });
    expect(await put({ ...body, version: seen.version - 1 })).toMatchObject({ status: 409, body: { error: { code: 'not-returned' } } });
    expect(await put({ ...body, form: 'publication' })).toMatchObject({ status: 400, body: { error: { code: 'form-fixed' } } });
    expect(await put({ ...body, year: thisYear - 1 })).toMatchObject({ status: 400, body: { error: { code: 'year-fixed' } } });
    expect(await put({ ...body, values: { level: 'national', days: -1 } })).toMatchObject({ status: 400, body: { error: { field: 'values.days' } } });
    expect(await put(body, p.people.colleague)).toMatchObject({ status: 404 });
    expect(await recordOf(id)).toEqual(before);

    expect(await put(body)).toMatchObject({ status: 200, body: { hours: 18 } });
    expect(await recordOf(id)).toMatchObject({ status: 'pending', round: 2, step: 0, computed: 18, history: ['submit', 'return', 'correct'] });
    const history = (await api(`/api/panel/hour-reviews/${id}/history`, { as: p.people.employerClerk })).body;
    const corrected = history.history.find((entry: { decision: string }) => entry.decision === 'correct');
    expect(corrected.before['values.days']).toBe(4);
    expect(corrected.after['values.days']).toBe(3);
    await approveAll(offices(), id);
    expect(await recordOf(id)).toMatchObject({ status: 'approved', confirmed: 18, specialty: 18, review: 'approved' });
  });
});

describe('核定学时 (decision 15)', () => {
  const confirm = (who: Parameters<typeof decide>[0], id: number, confirmedHours: unknown, reason?: string) =>
    decide(who, id, 'approve', { confirmedHours, reason });

  test('the office the form names sets the figure, later ones do not; a bureau lowers it with a reason', async () => {
    const id = await declare(p.people.professional, training(p.people.professional, 'specialty', 20));
    const before = await recordOf(id);
    expect(await confirm(p.people.employerClerk, id, 16)).toMatchObject({ status: 403, body: { error: { code: 'not-confirmer' } } });
    expect(await recordOf(id)).toEqual(before);
    await approveAll([p.people.employerClerk], id);
    expect(await confirm(p.people.authorityClerk, id, 16.25)).toMatchObject({ status: 400, body: { error: { field: 'confirmedHours' } } });
    expect((await confirm(p.people.authorityClerk, id, 16.5)).status).toBe(200);
    expect(await recordOf(id)).toMatchObject({ declared: 20, computed: 20, confirmed: 16.5, specialty: 16.5, status: 'pending' });
    expect(await confirm(p.people.cityClerk, id, 18)).toMatchObject({ status: 403, body: { error: { code: 'only-lower' } } });
    expect(await confirm(p.people.cityClerk, id, 12)).toMatchObject({ status: 400, body: { error: { field: 'reason' } } });
    expect((await confirm(p.people.cityClerk, id, 12, '超出实际')).status).toBe(200);
    expect(await recordOf(id)).toMatchObject({ status: 'approved', confirmed: 12, specialty: 12, general: 0 });
    const { rows } = await database().query(
      `select general_hours::float8 as general, specialty_hours::float8 as specialty from annual_results where professional_id = $1 and year = $2`,
      [p.people.professional.professionalId, thisYear],
    );
    expect(rows[0]).toMatchObject({ general: 0 });
  });
});

describe('lists', () => {
  test('the queue shows what waits here, the home counts exactly that', async () => {
    const q = await buildProvince();
    const first = await declare(q.people.professional, conference(q.people.professional));
    const second = await declare(q.people.colleague, training(q.people.colleague, 'general', 10));
    const filter = { tab: 'pending', lane: 'standard', year: thisYear };
    const list = (who: typeof q.people.employerClerk, more = {}) =>
      api(`/api/panel/hour-reviews?filter=${encodeURIComponent(JSON.stringify({ ...filter, ...more }))}`, { as: who });
    const queue = await list(q.people.employerClerk);
    expect(queue.body.map((row: { id: number }) => row.id)).toEqual([first, second]);
    expect(queue.body[0]).toMatchObject({
      version: 0,
      actions: ['approve', 'reject', 'return'],
      professionalId: q.people.professional.professionalId,
      professionalName: q.people.professional.name,
      organizationName: q.organizations.employer.name,
      formName: '学术会议',
      hours: 24,
      status: 'pending',
      stepName: q.organizations.employer.name,
      overdue: false,
      round: 1,
      lane: 'standard',
      attachmentCount: 1,
    });
    expect(queue.body[0].maskedIdNumber).not.toContain(q.people.professional.idNumber);
    const home = await api('/api/panel/home', { as: q.people.employerClerk });
    expect(home.body.counters.find((counter: { code: string }) => counter.code === 'hour-reviews')).toMatchObject({
      filter,
      count: 2,
      otherYears: 0,
      overdue: 0,
    });
    expect((await list(q.people.authorityClerk)).body).toEqual([]);
    expect((await list(q.people.employerClerk, { year: thisYear - 1 })).body).toEqual([]);
    expect((await list(q.people.employerClerk, { professionalId: q.people.colleague.professionalId })).body).toMatchObject([{ id: second }]);
    expect(await list(q.people.employerClerk, { idNumberDigest: 'x' })).toMatchObject({ status: 400, body: { error: { code: 'unknown-filter' } } });
    expect((await list(q.people.professional)).status).toBe(403);
    const own = await api('/api/panel/hour-records', { as: q.people.professional });
    expect(own.body).toMatchObject([{ id: first, actions: ['withdraw'] }]);
    const detail = await api(`/api/panel/hour-reviews/${first}`, { as: q.people.employerClerk });
    expect(detail.body).toMatchObject({ attachments: [{ document: 'conference-notice', mime: 'application/pdf' }], suspects: [], marks: [], reason: null });
  });
});
