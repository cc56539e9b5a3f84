import { createHash } from 'node:crypto';
import { modules as allModules, type Identity, type Module, type UserType, userTypes } from '@xueshi/core';
import { type MembershipRow, type Queryable, type SessionRow, selectSession, touchSession } from './session.sql';

export const cookieName = 'xueshi_session';
/** Our tokens carry a prefix so that Strapi's own API tokens in the same header are never looked up here. */
export const tokenPrefix = 'xs_';

/** What of a Koa context is read here. */
interface Request {
  get(header: string): string;
  cookies: { get(name: string): string | undefined };
}

/** The token a request carries: `Authorization: Bearer xs_…` of a program, else the httpOnly cookie of a browser. */
export function presentedToken(ctx: Request): string | undefined {
  const header = ctx.get('authorization');
  if (header.startsWith(`Bearer ${tokenPrefix}`)) return header.slice('Bearer '.length).trim();
  if (header !== '') return undefined;
  return ctx.cookies.get(cookieName);
}

/** Only the digest is stored: a stolen table opens no session. */
export const digestToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A super administrator (超级管理员, A11) always may administer his own office, whatever role he carries. */
const superModules: readonly Module[] = ['division-manage', 'administrator-manage', 'role-manage'];

const isUserType = (value: string): value is UserType => (userTypes as readonly string[]).includes(value);
const isModule = (value: string): value is Module => (allModules as readonly string[]).includes(value);

/** The modules a membership holds: its role's, and a super administrator's. Unknown codes are dropped: fails closed. */
export function modulesOf(row: Pick<MembershipRow, 'modules' | 'super' | 'user_type'>): Module[] {
  const own = (row.modules ?? []).filter(isModule);
  return row.super && row.user_type !== 'professional' ? [...new Set([...own, ...superModules])] : own;
}

/** Identity of a membership row read together with its live session. */
export function identityOf(row: SessionRow, sessionId: string): Identity {
  if (!isUserType(row.user_type)) throw new Error(`membership ${row.id} has an unknown user type`);
  return {
    sessionId,
    accountId: row.account_id,
    accountName: row.account_name,
    membershipId: row.id,
    userType: row.user_type,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    organizationKind: row.organization_kind,
    organizationPath: row.organization_path,
    professionalId: row.user_type === 'professional' ? row.professional_id : null,
    modules: new Set(modulesOf(row)),
    super: row.super === true,
    readOnly: row.organization_status === 'read-only',
    mustChangePassword: row.must_change_password === true,
  };
}

/** Who asks. Undefined when the token is unknown, expired or ended. One query by primary key (and a touch every five minutes). */
export async function readIdentity(db: Queryable, token: string): Promise<Identity | undefined> {
  if (token.length > 128) return undefined;
  const sessionId = digestToken(token);
  const row = await selectSession(db, sessionId);
  if (!row) return undefined;
  if (row.stale) await touchSession(db, sessionId);
  return identityOf(row, sessionId);
}
