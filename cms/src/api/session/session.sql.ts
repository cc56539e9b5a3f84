import type { Knex } from 'knex';

/** A pool or a transaction. */
export type Queryable = Pick<Knex, 'raw'>;

/** `name`: kept prepared by the connection under it, for what every request asks. */
async function rows<T>(db: Queryable, sql: string, bindings: readonly (string | number | boolean | Date | null)[], name?: string): Promise<T[]> {
  const query = db.raw(sql, [...bindings]);
  const result: { rows: T[] } = await (name === undefined ? query : query.options({ name }));
  return result.rows;
}

/** One membership with everything an Identity and a MembershipSummary need. */
export interface MembershipRow {
  id: number;
  account_id: number;
  account_name: string;
  id_number_mask: string;
  must_change_password: boolean;
  blocked: boolean | null;
  user_type: string;
  status: string;
  super: boolean | null;
  professional_id: number | null;
  professional_status: string | null;
  organization_id: number;
  organization_name: string;
  organization_kind: string;
  organization_path: string;
  organization_status: string;
  superior_name: string | null;
  role_name: string | null;
  modules: string[] | null;
}

/** Strapi leaves jsonb as text; json is parsed. */
const membershipColumns = `
  m.id, m.account_id, u.name as account_name, u.id_number_mask, u.must_change_password, u.blocked, m.user_type, m.status, m.super,
  m.professional_id, p.status as professional_status,
  o.id as organization_id, o.name as organization_name, o.kind as organization_kind, o.path as organization_path, o.status as organization_status,
  s.name as superior_name, r.name as role_name, r.modules::json as modules`;

const membershipTables = `
  memberships m
  join up_users u on u.id = m.account_id
  left join professionals p on p.id = m.professional_id
  join organizations o on o.id = coalesce(p.organization_id, m.organization_id)
  left join organizations s on s.id = o.parent_id
  left join panel_roles r on r.id = m.panel_role_id`;

export interface SessionRow extends MembershipRow {
  expires_at: Date;
  stale: boolean;
}

/** The live session of a token with its membership; none when expired, ended, or when the membership or account was closed meanwhile. */
export async function selectSession(db: Queryable, tokenDigest: string): Promise<SessionRow | undefined> {
  const found = await rows<SessionRow>(
    db,
    `select ${membershipColumns}, t.expires_at, t.last_seen_at < now() - interval '5 minutes' as stale
       from ${membershipTables} join account_sessions t on t.membership_id = m.id and t.account_id = m.account_id
      where t.token_digest = ? and t.expires_at > now()
        and m.status = 'active' and u.blocked is not true
        and o.status in ('active', 'read-only') and (p.id is null or p.status in ('active', 'transferring'))`,
    [tokenDigest],
    'session',
  );
  return found[0];
}

/** Every membership of an account, the oldest first. */
export function selectMemberships(db: Queryable, accountId: number): Promise<MembershipRow[]> {
  return rows<MembershipRow>(db, `select ${membershipColumns} from ${membershipTables} where m.account_id = ? order by m.id`, [accountId]);
}

export interface AccountRow {
  id: number;
  password: string;
  blocked: boolean | null;
}

export async function selectAccount(db: Queryable, idNumberDigest: string): Promise<AccountRow | undefined> {
  return (await rows<AccountRow>(db, 'select id, password, blocked from up_users where id_number_digest = ?', [idNumberDigest]))[0];
}

/** Password hash and sealed ID number of an account. */
export async function selectPassword(db: Queryable, accountId: number): Promise<{ password: string; id_number_cipher: string } | undefined> {
  return (await rows<{ password: string; id_number_cipher: string }>(db, 'select password, id_number_cipher from up_users where id = ?', [accountId]))[0];
}

/** Sets the password unless somebody changed it since it was verified. @returns whether it was set */
export async function updatePassword(trx: Queryable, account: { id: number; verifiedPassword: string; hash: string }): Promise<boolean> {
  const changed = await rows(
    trx,
    'update up_users set password = ?, must_change_password = false, updated_at = now() where id = ? and password = ? returning id',
    [account.hash, account.id, account.verifiedPassword],
  );
  return changed.length === 1;
}

/** Attempts of one account or address, counted and written one after the other: a hundred at once are a hundred in a row. Held to the end of the transaction. */
export async function lockAttempts(trx: Queryable, key: string): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('sign-in ' || ?, 0))", [key]);
}

/** Writes the attempt down as failed before the password is checked; `succeedAttempt` puts it right. */
export async function insertAttempt(trx: Queryable, accountId: number | null, address: string): Promise<number> {
  const inserted = await rows<{ id: string | number }>(
    trx,
    'insert into sign_in_attempts (account_id, address, succeeded, at) values (?, ?, false, clock_timestamp()) returning id',
    [accountId, address],
  );
  return Number(inserted[0]?.id);
}

export async function succeedAttempt(db: Queryable, id: number): Promise<void> {
  await db.raw('update sign_in_attempts set succeeded = true where id = ?', [id]);
}

export interface FailureCounts {
  /** Failures of this account from this address since its last success from there, in the lockout window. */
  pair: number;
  /** Failures from this address in 15 minutes, whatever the account. */
  address: number;
  /** Failures of this account from anywhere in 15 minutes. */
  account: number;
}

/** Counts earlier failures, no further than `limit`. Never by a body field alone: the address is the connection's. */
export async function countFailures(trx: Queryable, at: { accountId: number | null; address: string; minutes: number; limit: number }): Promise<FailureCounts> {
  const found = await rows<{ pair: number; address: number; account: number }>(
    trx,
    `select
       (select count(*)::int from (select 1 from sign_in_attempts a where a.account_id = ? and a.address = ? and not a.succeeded
           and a.at > greatest(now() - make_interval(mins => ?), coalesce((select max(s.at) from sign_in_attempts s
             where s.account_id = a.account_id and s.address = a.address and s.succeeded), '-infinity')) limit ?) x) as pair,
       (select count(*)::int from (select 1 from sign_in_attempts a where a.address = ? and not a.succeeded and a.at > now() - interval '15 minutes' limit ?) x) as address,
       (select count(*)::int from (select 1 from sign_in_attempts a where a.account_id = ? and not a.succeeded and a.at > now() - interval '15 minutes' limit ?) x) as account`,
    [at.accountId, at.address, at.minutes, at.limit, at.address, at.limit, at.accountId, at.limit],
  );
  return found[0] ?? { pair: 0, address: 0, account: 0 };
}

/**
 * Opens the session only while the account still has the password that was verified and is not blocked: a change of password that runs at the
 * same time ends this session too. Undefined when it has changed.
 */
export async function insertSession(
  db: Queryable,
  session: { tokenDigest: string; accountId: number; verifiedPassword: string; membershipId: number; hours: number },
): Promise<Date | undefined> {
  const inserted = await rows<{ expires_at: Date }>(
    db,
    `insert into account_sessions (token_digest, account_id, membership_id, created_at, last_seen_at, expires_at)
     select ?, u.id, ?, now(), now(), now() + make_interval(hours => ?) from up_users u
      where u.id = ? and u.password = ? and u.blocked is not true for share
     returning expires_at`,
    [session.tokenDigest, session.membershipId, session.hours, session.accountId, session.verifiedPassword],
  );
  return inserted[0]?.expires_at;
}

export async function touchSession(db: Queryable, tokenDigest: string): Promise<void> {
  await db.raw('update account_sessions set last_seen_at = now() where token_digest = ?', [tokenDigest]);
}

export async function switchSession(db: Queryable, tokenDigest: string, membershipId: number): Promise<void> {
  await db.raw('update account_sessions set membership_id = ? where token_digest = ?', [membershipId, tokenDigest]);
}

/** Ends every session of the account, at once: the next request of any of them is refused. */
export async function deleteSessions(db: Queryable, accountId: number): Promise<void> {
  await db.raw('delete from account_sessions where account_id = ?', [accountId]);
}

/** Takes a solved challenge; false when it was used before. */
export async function insertSolution(db: Queryable, signature: string, expiresAt: Date): Promise<boolean> {
  const inserted = await rows(db, 'insert into captcha_solutions (signature, expires_at) values (?, ?) on conflict do nothing returning signature', [
    signature,
    expiresAt,
  ]);
  return inserted.length === 1;
}

/** Drops what has run out; called by the hourly job. */
export async function deleteExpired(db: Queryable): Promise<void> {
  await db.raw('delete from account_sessions where expires_at < now()', []);
  await db.raw('delete from captcha_solutions where expires_at < now()', []);
  await db.raw("delete from sign_in_attempts where at < now() - interval '30 days'", []);
}
