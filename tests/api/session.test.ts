import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { deleteExpired, type Queryable } from '../../cms/src/api/session/session.sql';
import { api, buildProvince, database, type Person, type Province } from '../fixtures';

let province: Province;
let person: Person;

/** A person of his own for every test that fails or ends sessions, so that no test waits for another's lockout. */
beforeEach(async () => {
  province = await buildProvince();
  person = province.people.professional;
});

const credentials = (who: Person, more: Record<string, unknown> = {}) => ({ userType: who.userType, idNumber: who.idNumber, password: who.password, ...more });
const open = (body: unknown, headers: Record<string, string> = {}) => api('/api/session', { method: 'POST', body, headers });

async function solve(): Promise<string> {
  const { body: challenge } = await api<Challenge>('/api/session/challenge');
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

async function sessionsOf(accountId: number): Promise<number> {
  const { rows } = await database().query('select count(*)::int as n from account_sessions where account_id = $1', [accountId]);
  return rows[0].n;
}

/** Forgets every failure: all tests come from one address, which the adaptive captcha counts. */
const forgetFailures = () => database().query('delete from sign_in_attempts');
beforeEach(forgetFailures);

describe('POST /api/session', () => {
  it('opens a session: a bearer token in the answer, an httpOnly SameSite cookie, the masked ID number', async () => {
    const { status, body, headers } = await open(credentials(person));
    expect(status).toBe(200);
    expect(body).toMatchObject({ membership: { userType: 'professional', professionalId: expect.any(Number) }, mustChangePassword: false });
    expect(body.token).toMatch(/^xs_[\w-]{43}$/);
    expect(headers.get('set-cookie')).toMatch(/xueshi_session=xs_.*httponly/i);
    expect(headers.get('set-cookie')).toMatch(/samesite=lax/i);
    expect(JSON.stringify(body)).not.toContain(person.idNumber);
    expect(body.account.maskedIdNumber).toMatch(/^\d{4}\*{10}\w{4}$/);
  });

  it('keeps only the digest of the token', async () => {
    const { body } = await open(credentials(person));
    const { rows } = await database().query('select token_digest from account_sessions where account_id = $1', [person.accountId]);
    expect(rows.map((r) => r.token_digest)).not.toContain(body.token);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['an unknown field', { role: 'super' }, 'role'],
    ['a user type that does not exist', { userType: 'root' }, 'userType'],
    ['a password that is a number', { password: 12345678 }, 'password'],
  ])('refuses %s and names it', async (_name, more, field) => {
    const { status, body } = await open(credentials(person, more));
    expect(status).toBe(400);
    expect(body.error.field).toBe(field);
    expect(await sessionsOf(person.accountId)).toBe(0);
  });

  it('refuses an ID number with a wrong check digit', async () => {
    const last = person.idNumber.at(-1) === '1' ? '2' : '1';
    const { status, body } = await open(credentials(person, { idNumber: person.idNumber.slice(0, 17) + last }));
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ field: 'idNumber', message: '身份证号非法' });
  });

  it('A17: says that the account does not exist', async () => {
    const { status, body } = await open(credentials(person, { idNumber: '110101194912310024' }));
    expect([status, body.error?.message]).toEqual([401, '您的帐号不存在，请重新输入!若未注册，可点此立即注册']);
  });

  it('A18: says that the registration is under review, and by which office', async () => {
    await database().query("update memberships set status = 'pending' where id = $1", [person.membershipId]);
    const { status, body } = await open(credentials(person));
    expect([status, body.error.message]).toEqual([403, '您的账号正在审核中，审核通过才可登录平台。可点此查看审核部门']);
    expect(body.error.details.reviewOffice).toEqual(expect.any(String));
    expect(await sessionsOf(person.accountId)).toBe(0);
  });

  it('A19: says that the chosen role is not registered', async () => {
    const { status, body } = await open(credentials(person, { userType: 'bureau' }));
    expect([status, body.error.message]).toEqual([403, '您选择的登录角色未注册，请选择正确的登录角色!']);
  });

  it('does not say which roles exist to somebody without the password', async () => {
    const { body } = await open(credentials(person, { userType: 'bureau', password: 'wrong-password' }));
    expect(body.error.code).toBe('wrong-password');
  });

  it('refuses a password that only agrees in its first 72 bytes', async () => {
    const { status } = await open(credentials(person, { password: person.password.padEnd(73, 'x') }));
    expect(status).toBe(401);
  });

  it('refuses a disabled membership and a deregistered person', async () => {
    await database().query("update memberships set status = 'disabled' where id = $1", [person.membershipId]);
    expect((await open(credentials(person))).body.error.code).toBe('membership-disabled');
    await database().query("update memberships set status = 'active' where id = $1", [person.membershipId]);
    await database().query("update professionals set status = 'deregistered' where account_id = $1", [person.accountId]);
    expect((await open(credentials(person))).body.error.code).toBe('deregistered');
  });
});

describe('captcha and lockout', () => {
  const fail = () => open(credentials(person, { password: 'wrong-password' }));

  it('demands the proof of work after two failures, takes it once, and refuses a false one', async () => {
    await fail();
    await fail();
    expect((await open(credentials(person))).body.error.code).toBe('captcha-required');
    expect((await open(credentials(person, { captcha: Buffer.from('{"signature":"00"}').toString('base64') }))).body.error.code).toBe('captcha-wrong');
    const captcha = await solve();
    expect((await open(credentials(person, { captcha }))).status).toBe(200);
    await fail();
    expect((await open(credentials(person, { captcha }))).body.error.code).toBe('captcha-wrong');
  });

  it('locks the account for this address after repeated failures, even with the right password', async () => {
    const { rows } = await database().query("select value from settings where code = 'lockout'");
    for (let i = 0; i < rows[0].value.failures; i++) {
      await database().query(
        "insert into sign_in_attempts (account_id, address, succeeded, at) select $1, address, false, now() from (select '127.0.0.1' as address union all select '::1' union all select '::ffff:127.0.0.1') a",
        [person.accountId],
      );
    }
    const { status, body } = await open(credentials(person, { captcha: await solve() }));
    expect([status, body.error.code]).toEqual([423, 'locked']);
    expect(await sessionsOf(person.accountId)).toBe(0);
  });

  it('does not lock the owner out because of failures from another address', async () => {
    await database().query(
      "insert into sign_in_attempts (account_id, address, succeeded, at) select $1, '203.0.113.9', false, now() from generate_series(1, 30)",
      [person.accountId],
    );
    expect((await open(credentials(person))).body.error.code).toBe('captcha-required');
    expect((await open(credentials(person, { captcha: await solve() }))).status).toBe(200);
  });

  it('does not count a demanded captcha as a failure: an office behind one address is not locked out by two slips', async () => {
    await fail();
    await fail();
    for (let i = 0; i < 60; i += 1) expect((await open(credentials(person))).body.error.code).toBe('captcha-required');
    const { rows } = await database().query('select count(*)::int as n from sign_in_attempts where not succeeded');
    expect(rows[0].n).toBe(2);
    expect((await open(credentials(person, { captcha: await solve() }))).status).toBe(200);
  });

  it('does not prolong a lock by trying again', async () => {
    await database().query(
      `insert into sign_in_attempts (account_id, address, succeeded, at)
       select $1, a, false, now() - interval '10 minutes' from generate_series(1, 20), unnest(array['127.0.0.1', '::1', '::ffff:127.0.0.1']) a`,
      [person.accountId],
    );
    const captcha = await solve();
    expect((await open(credentials(person, { captcha }))).body.error.code).toBe('locked');
    const { rows } = await database().query("select count(*)::int as n from sign_in_attempts where at > now() - interval '5 minutes'");
    expect(rows[0].n).toBe(0);
  });

  it('lets no more through when the attempts come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, fail));
    const passwordsTried = answers.filter((a) => a.body.error.code === 'wrong-password').length;
    expect(passwordsTried).toBeLessThanOrEqual(5);
  });
});

describe('a live session', () => {
  it('answers who I am, by bearer and by cookie', async () => {
    const { body } = await open(credentials(person));
    const byBearer = await api('/api/session', { headers: { authorization: `Bearer ${body.token}` } });
    const byCookie = await api('/api/session', { headers: { cookie: `xueshi_session=${body.token}` } });
    expect([byBearer.status, byCookie.status]).toEqual([200, 200]);
    expect(byCookie.body.membership).toEqual(body.membership);
    expect(byCookie.body.token).toBeUndefined();
  });

  it('refuses none, a foreign and an expired one with 401', async () => {
    expect((await api('/api/session')).body.error.code).toBe('not-signed-in');
    expect((await api('/api/session', { headers: { authorization: `Bearer xs_${'A'.repeat(43)}` } })).body.error.code).toBe('session-expired');
    const { body } = await open(credentials(person));
    await database().query("update account_sessions set expires_at = now() - interval '1 second' where account_id = $1", [person.accountId]);
    const { status, body: expired } = await api('/api/session', { headers: { authorization: `Bearer ${body.token}` } });
    expect([status, expired.error.code]).toEqual([401, 'session-expired']);
  });

  it('ends with the suspension of its membership, without a sign-out', async () => {
    const { body } = await open(credentials(person));
    await database().query("update memberships set status = 'disabled' where id = $1", [person.membershipId]);
    expect((await api('/api/session', { headers: { authorization: `Bearer ${body.token}` } })).status).toBe(401);
  });

  it('sign-out ends all sessions of the account at once', async () => {
    const [one, two] = [await open(credentials(person)), await open(credentials(person))];
    const out = await api('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${one.body.token}` } });
    expect(out.status).toBe(204);
    for (const session of [one, two]) expect((await api('/api/session', { headers: { authorization: `Bearer ${session.body.token}` } })).status).toBe(401);
  });

  it('refuses a request with the cookie from another website', async () => {
    const { body } = await open(credentials(person));
    const foreign = await api('/api/session', { method: 'DELETE', headers: { cookie: `xueshi_session=${body.token}`, origin: 'https://evil.example' } });
    expect([foreign.status, foreign.body.error.code]).toEqual([403, 'foreign-origin']);
    expect(await sessionsOf(person.accountId)).toBe(1);
  });

  it('switches to another membership of the same account without a password, never to a stranger’s', async () => {
    const clerk = province.people.employerClerk;
    await database().query('update memberships set account_id = $1 where id = $2', [person.accountId, clerk.membershipId]);
    const { body } = await open(credentials(person));
    const as = { authorization: `Bearer ${body.token}` };
    const switched = await api('/api/session', { method: 'PUT', body: { membershipId: clerk.membershipId }, headers: as });
    expect([switched.status, switched.body.membership.userType]).toEqual([200, 'employer']);
    const stranger = await api('/api/session', { method: 'PUT', body: { membershipId: province.people.cityClerk.membershipId }, headers: as });
    expect([stranger.status, stranger.body.error.field]).toEqual([404, 'membershipId']);
    expect((await api('/api/session', { headers: as })).body.membership.id).toBe(clerk.membershipId);
  });
});

describe('PUT /api/session/password', () => {
  const change = (token: string, body: unknown) => api('/api/session/password', { method: 'PUT', body, headers: { authorization: `Bearer ${token}` } });

  it('needs the old password', async () => {
    const { body } = await open(credentials(person));
    const { status, body: refused } = await change(body.token, { oldPassword: 'guess-guess', newPassword: 'Another#2026' });
    expect([status, refused.error.field]).toEqual([400, 'oldPassword']);
    expect((await open(credentials(person))).status).toBe(200);
  });

  it.each([
    ['the same one', () => person.password],
    ['a short one', () => 'a1'],
    ['one longer than bcrypt reads', () => '密'.repeat(25)],
    ['the last six of the ID number', () => person.idNumber.slice(-6)],
  ])('refuses %s', async (_name, newPassword) => {
    const { body } = await open(credentials(person));
    const { status, body: refused } = await change(body.token, { oldPassword: person.password, newPassword: newPassword() });
    expect([status, refused.error.field]).toEqual([400, 'newPassword']);
  });

  it('ends every session of the account and takes the new password from then on', async () => {
    const [one, two] = [await open(credentials(person)), await open(credentials(person))];
    expect((await change(one.body.token, { oldPassword: person.password, newPassword: 'Another#2026' })).status).toBe(204);
    expect(await sessionsOf(person.accountId)).toBe(0);
    expect((await api('/api/session', { headers: { authorization: `Bearer ${two.body.token}` } })).status).toBe(401);
    expect((await open(credentials(person))).status).toBe(401);
    expect((await open(credentials(person, { password: 'Another#2026' }))).status).toBe(200);
  });

  it('leaves no session that a sign-in opened with the old password at the same time', async () => {
    const { body } = await open(credentials(person));
    const [changed, ...signIns] = await Promise.all([
      change(body.token, { oldPassword: person.password, newPassword: 'Another#2026' }),
      ...Array.from({ length: 10 }, () => open(credentials(person))),
    ]);
    expect(changed.status).toBe(204);
    expect(await sessionsOf(person.accountId)).toBe(0);
    for (const { body: opened } of signIns.filter(({ status }) => status === 200)) {
      expect((await api('/api/session', { headers: { authorization: `Bearer ${opened.token}` } })).status).toBe(401);
    }
  });

  it('may be guessed no more often than at sign-in', async () => {
    const { body } = await open(credentials(person));
    const answers = [];
    for (let i = 0; i < 8; i += 1) answers.push(await change(body.token, { oldPassword: `guess-guess-${i}`, newPassword: 'Another#2026' }));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(answers.at(-1)?.body.error.code).toBe('locked');
  });

  it('an initial password opens nothing but its own change', async () => {
    await database().query('update up_users set must_change_password = true where id = $1', [person.accountId]);
    const { body } = await open(credentials(person));
    const as = { authorization: `Bearer ${body.token}` };
    expect(body.mustChangePassword).toBe(true);
    const refused = await api('/api/panel/views', { headers: as });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'must-change-password']);
    expect((await change(body.token, { oldPassword: person.password, newPassword: 'Another#2026' })).status).toBe(204);
    const again = await open(credentials(person, { password: 'Another#2026' }));
    expect(again.body.mustChangePassword).toBe(false);
  });
});

test('what has run out is cleared: sessions, spent challenges, old attempts, and nothing that still counts', async () => {
  const { body } = await open(credentials(person));
  await database().query(
    `insert into account_sessions (token_digest, account_id, membership_id, created_at, last_seen_at, expires_at)
     values ('gone', $1, $2, now() - interval '2 days', now() - interval '2 days', now() - interval '1 day')`,
    [person.accountId, person.membershipId],
  );
  await database().query(
    "insert into captcha_solutions (signature, expires_at) values ('gone', now() - interval '1 minute'), ('live', now() + interval '5 minutes')",
  );
  await database().query("insert into sign_in_attempts (account_id, address, succeeded, at) values ($1, '203.0.113.7', false, now() - interval '31 days')", [
    person.accountId,
  ]);
  await deleteExpired({ raw: (sql: string) => database().query(sql) } as unknown as Queryable);
  expect(await sessionsOf(person.accountId)).toBe(1);
  expect((await api('/api/session', { headers: { authorization: `Bearer ${body.token}` } })).status).toBe(200);
  const { rows } = await database().query("select signature from captcha_solutions where signature in ('gone', 'live')");
  expect(rows).toEqual([{ signature: 'live' }]);
  const { rowCount } = await database().query("select from sign_in_attempts where address = '203.0.113.7'");
  expect(rowCount).toBe(0);
});

test('an address written in capitals goes around no door: 404 in our own shape', async () => {
  const { status, body } = await api('/API/session', {
    method: 'POST',
    body: 'userType=bureau',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([status, body]).toEqual([404, { error: { code: 'not-found', message: '没有找到' } }]);
});
