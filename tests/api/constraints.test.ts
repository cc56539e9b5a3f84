import { buildProvince, database, insertRow, type Province } from '../fixtures';

let province: Province;
beforeAll(async () => {
  province = await buildProvince();
});

const refused = (code: string) => expect.objectContaining({ code });
const unique = refused('23505');
const check = refused('23514');
const foreign = refused('23503');
const missing = refused('23502');

const attempt = (sql: string, bindings: unknown[] = []) => database().query(sql, bindings);

/** The professional's id behind a person's membership. */
async function professionalOf(person: { membershipId: number }): Promise<number> {
  const { rows } = await database().query<{ id: number }>('select professional_id as id from memberships where id = $1', [person.membershipId]);
  if (!rows[0]) throw new Error('no such membership');
  return rows[0].id;
}

async function insertRecord(extra: Record<string, unknown> = {}): Promise<number> {
  return insertRow('hour_records', {
    professional_id: await professionalOf(province.people.professional),
    organization_id: province.organizations.employer.id,
    year: 2026,
    source: 'self',
    form: 'conference',
    subject: 'specialty',
    title: '会议',
    starts_on: '2026-05-01',
    ends_on: '2026-05-02',
    values: '{}',
    explanation: '[]',
    status: 'pending',
    ...extra,
  });
}

describe('the tree of organizations', () => {
  const path = async (id: number) => (await database().query<{ path: string }>('select path from organizations where id = $1', [id])).rows[0]?.path;

  test('keeps every path, and moves a whole branch', async () => {
    const { province: top, city, otherCity, authority, employer } = province.organizations;
    expect(await path(employer.id)).toBe(`${top.id}.${city.id}.${authority.id}.${employer.id}.`);
    await attempt('update organizations set parent_id = $1 where id = $2', [otherCity.id, authority.id]);
    expect(await path(employer.id)).toBe(`${top.id}.${otherCity.id}.${authority.id}.${employer.id}.`);
    await attempt('update organizations set parent_id = $1 where id = $2', [city.id, authority.id]);
    expect(await path(employer.id)).toBe(`${top.id}.${city.id}.${authority.id}.${employer.id}.`);
  });

  test('a path cannot be written by hand', async () => {
    const { city } = province.organizations;
    await attempt("update organizations set path = '1.' where id = $1", [city.id]);
    expect(await path(city.id)).toBe(city.path);
  });

  test('holds no circle and no orphan', async () => {
    const { city, authority } = province.organizations;
    await expect(attempt('update organizations set parent_id = $1 where id = $2', [authority.id, city.id])).rejects.toEqual(check);
    await expect(attempt('update organizations set parent_id = id where id = $1', [city.id])).rejects.toEqual(check);
    await expect(attempt('update organizations set parent_id = 2000000000 where id = $1', [city.id])).rejects.toEqual(foreign);
    await expect(attempt('delete from organizations where id = $1', [authority.id])).rejects.toEqual(foreign);
  });

  test('credit codes are unique, kinds and regions known', async () => {
    const { city, employer } = province.organizations;
    await expect(attempt('update organizations set code = $1 where id = $2', [city.code, employer.id])).rejects.toEqual(unique);
    await expect(attempt("update organizations set kind = 'club' where id = $1", [employer.id])).rejects.toEqual(check);
    await expect(attempt("update organizations set region_code = '999999' where id = $1", [employer.id])).rejects.toEqual(foreign);
  });

  test('parents and children may come in one statement, parents first', async () => {
    const { city } = province.organizations;
    const { rows } = await attempt(
      `with ids as (select nextval('organizations_id_seq')::int as a, nextval('organizations_id_seq')::int as b)
       insert into organizations (id, code, name, kind, parent_id, region_code)
       select x.id, x.code, 'x', 'employer', x.parent, '410100' from ids, lateral (values (a, 'A' || lpad(a::text, 8, '0'), $1::int), (b, 'B' || lpad(b::text, 8, '0'), a)) x(id, code, parent)
       returning path`,
      [city.id],
    );
    expect(rows[1].path.startsWith(rows[0].path)).toBe(true);
  });
});

describe('people', () => {
  test('one account for one ID number, one professional for one account', async () => {
    const { professional, colleague } = province.people;
    const copy = 'update up_users set id_number_digest = (select id_number_digest from up_users where id = $1) where id = $2';
    await expect(attempt(copy, [professional.accountId, colleague.accountId])).rejects.toEqual(unique);
    await expect(attempt("update up_users set id_number_digest = '410101199001011234' where id = $1", [colleague.accountId])).rejects.toEqual(check);
    await expect(attempt('update professionals set account_id = $1 where account_id = $2', [professional.accountId, colleague.accountId])).rejects.toEqual(
      unique,
    );
  });

  test('an account that holds anything is not deleted', async () => {
    await expect(attempt('delete from up_users where id = $1', [province.people.professional.accountId])).rejects.toEqual(foreign);
  });

  test('one primary title', async () => {
    const professional_id = await professionalOf(province.people.professional);
    await expect(insertRow('professional_titles', { professional_id, series: '5', level_code: '1', name: 'x', primary: true })).rejects.toEqual(unique);
  });

  test('a membership belongs to an office or to a professional, once while it lives', async () => {
    const { employerClerk } = province.people;
    const { employer } = province.organizations;
    const row = { account_id: employerClerk.accountId, user_type: 'employer', organization_id: employer.id, status: 'active' };
    await expect(insertRow('memberships', row)).rejects.toEqual(unique);
    await expect(insertRow('memberships', { ...row, organization_id: null })).rejects.toEqual(check);
    await expect(insertRow('memberships', { ...row, user_type: 'professional' })).rejects.toEqual(check);
    await expect(insertRow('memberships', { ...row, status: 'gone' })).rejects.toEqual(check);
    expect(await insertRow('memberships', { ...row, status: 'rejected' })).toBeGreaterThan(0);
  });

  test('names are found by two neighbouring characters through the index', async () => {
    const { rows } = await attempt('select name_grams($1) as grams', ['欧阳修']);
    expect(rows[0].grams).toEqual(['欧阳', '阳修']);
    const { rows: indexes } = await attempt("select 1 from pg_indexes where indexname = 'professionals_name_grams' and indexdef like '%gin%'");
    expect(indexes).toHaveLength(1);
  });
});

describe('hours', () => {
  test.each([
    [{ year: 1800 }, check],
    [{ starts_on: '2026-06-01' }, check],
    [{ declared_hours: -1 }, check],
    [{ status: 'done' }, check],
    [{ source: 'friend' }, check],
    [{ subject: 'sports' }, check],
    [{ values: '[]' }, check],
    [{ professional_id: null }, missing],
    [{ professional_id: 2_000_000_000 }, foreign],
    [{ title: null }, missing],
  ])('a record with %j is refused', async (wrong, error) => {
    await expect(insertRecord(wrong)).rejects.toEqual(error);
  });

  test('one annual result per person and year', async () => {
    const row = { professional_id: await professionalOf(province.people.colleague), organization_id: province.organizations.employer.id, year: 2025 };
    await insertRow('annual_results', row);
    await expect(insertRow('annual_results', row)).rejects.toEqual(unique);
    await expect(insertRow('annual_results', { ...row, year: 2024, general_hours: -1 })).rejects.toEqual(check);
  });
});

describe('reviews', () => {
  const review = (subjectId: number, extra: Record<string, unknown> = {}) =>
    insertRow('reviews', {
      subject: 'constraint-test',
      subject_id: subjectId,
      round: 1,
      current: true,
      status: 'pending',
      lane: 'standard',
      year: 2026,
      route: JSON.stringify([{ organizationId: province.organizations.employer.id }]),
      step: 0,
      organization_id: province.organizations.employer.id,
      applicant_account_id: province.people.professional.accountId,
      applicant_organization_id: province.organizations.employer.id,
      owner_account_id: province.people.professional.accountId,
      submitted_at: new Date(),
      step_since: new Date(),
      version: 0,
      ...extra,
    });

  test('one current round per matter; a waiting one is held by an office', async () => {
    const subjectId = await insertRecord();
    await review(subjectId);
    await expect(review(subjectId, { round: 2 })).rejects.toEqual(unique);
    await expect(review(subjectId, { current: false })).rejects.toEqual(unique);
    await expect(review(subjectId + 1_000_000, { organization_id: null })).rejects.toEqual(check);
    await expect(review(subjectId + 1_000_000, { status: 'approved' })).rejects.toEqual(check);
    await expect(review(subjectId + 1_000_000, { route: '[]' })).rejects.toEqual(check);
  });

  test('the history is append-only', async () => {
    const subjectId = await insertRecord();
    const reviewId = await review(subjectId);
    const decision = {
      review_id: reviewId,
      subject: 'constraint-test',
      subject_id: subjectId,
      round: 1,
      decision: 'submit',
      account_id: province.people.professional.accountId,
      actor_name: 'x',
    };
    const id = await insertRow('review_decisions', decision);
    await expect(attempt("update review_decisions set reason = 'x' where id = $1", [id])).rejects.toThrow('append-only');
    await expect(attempt('delete from review_decisions where id = $1', [id])).rejects.toThrow('append-only');
    await expect(attempt('truncate review_decisions')).rejects.toThrow('append-only');
    await expect(insertRow('review_decisions', { ...decision, decision: 'reject', reason: ' ' })).rejects.toEqual(check);
    await expect(attempt('delete from reviews where id = $1', [reviewId])).rejects.toEqual(foreign);
  });
});

test("a raw insert needs none of Strapi's columns", async () => {
  const { rows } = await attempt("insert into notices (title, kind) values ('x', 'faq') returning document_id, created_at, published_at");
  expect(rows[0].document_id).toMatch(/^[0-9a-f]{24}$/);
  expect(rows[0].created_at).toBeInstanceOf(Date);
});

test('every foreign key of ours refuses to lose its owner', async () => {
  const { rows } = await attempt(
    `select conname from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.contype = 'f' and c.confdeltype = 'n' and conname !~ '(created_by_id|updated_by_id|division_id)_fk$'
        and t.relname in ('organizations', 'divisions', 'professionals', 'professional_titles', 'memberships', 'hour_records', 'attachments',
          'annual_results', 'reviews', 'review_decisions', 'review_substitutions', 'certificates', 'panel_preferences', 'panel_roles')`,
  );
  expect(rows).toEqual([]);
});

test('no trigger names a column: PostgreSQL would then refuse Strapi every change of that column’s schema', async () => {
  const { rows } = await database().query(
    "select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and array_length(t.tgattr::int2[], 1) > 0",
  );
  expect(rows).toEqual([]);
});
