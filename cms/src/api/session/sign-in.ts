import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/bcrypt';
import { checkIdNumber, Refusal, type SignInRequest } from '@xueshi/core';
import type { Vault } from '@xueshi/database';
import { type AttemptContext, admitAttempt } from './admit-attempt';
import { checkCaptcha } from './check-captcha';
import { digestToken, tokenPrefix } from './read-identity';
import { insertSession, type MembershipRow, type Queryable, selectAccount, selectMemberships, succeedAttempt } from './session.sql';

/** What sign-in needs from outside the request. */
export interface SignInContext extends AttemptContext {
  db: Queryable;
  vault: Pick<Vault, 'digest'>;
  appKey: string;
  now: Date;
}

/**
 * A01–A02, A17–A19: opens a session. Refuses with the verbatim messages of the platform; a wrong password or
 * account counts as a failure, a refused attempt (locked, captcha demanded) does not. The password is verified in libuv's thread pool.
 */
export async function signIn(context: SignInContext, request: SignInRequest): Promise<{ token: string; sessionId: string; expiresAt: Date }> {
  const { db, vault, settings, appKey, now } = context;
  if (checkIdNumber(request.idNumber, now.toISOString().slice(0, 10))) throw new Refusal(400, 'invalid-id-number', '身份证号非法', 'idNumber');
  if (request.captcha) await checkCaptcha(db, appKey, request.captcha, now);
  const account = await selectAccount(db, vault.digest(request.idNumber));
  const attempt = await admitAttempt(context, { accountId: account?.id ?? null, captchaSolved: request.captcha !== undefined });

  if (!account) throw new Refusal(401, 'no-account', '您的帐号不存在，请重新输入!若未注册，可点此立即注册', 'idNumber', { register: true });
  const right = Buffer.byteLength(request.password) <= 72 && (await verify(request.password, account.password));
  if (!right) throw new Refusal(401, 'wrong-password', '账户或密码错误', 'password');
  if (account.blocked) throw new Refusal(403, 'account-blocked', '该账户已被停用，请联系管理员');
  const membership = chooseMembership(await selectMemberships(db, account.id), request);

  await succeedAttempt(db, attempt);
  const token = tokenPrefix + randomBytes(32).toString('base64url');
  const sessionId = digestToken(token);
  const expiresAt = await insertSession(db, {
    tokenDigest: sessionId,
    accountId: account.id,
    verifiedPassword: account.password,
    membershipId: membership.id,
    hours: settings.sessionHours,
  });
  if (!expiresAt) throw new Refusal(401, 'wrong-password', '账户或密码错误', 'password');
  return { token, sessionId, expiresAt };
}

/** A membership one can work as: active, in an office that is active or read-only (decision 22), of a person who is on the rolls. */
export const isUsable = (m: MembershipRow): boolean =>
  m.status === 'active' &&
  ['active', 'read-only'].includes(m.organization_status) &&
  (m.professional_status === null || ['active', 'transferring'].includes(m.professional_status));

/** The membership that becomes active, or why none can: A18, A19, decisions 3 and 22. */
function chooseMembership(all: MembershipRow[], request: SignInRequest): MembershipRow {
  const ofType = all.filter((m) => m.user_type === request.userType && m.status !== 'removed');
  const usable = ofType.filter(isUsable);
  const chosen = request.membershipId === undefined ? usable[0] : usable.find((m) => m.id === request.membershipId);
  if (chosen) return chosen;
  const first = ofType.at(-1);
  if (!first) throw new Refusal(403, 'role-not-registered', '您选择的登录角色未注册，请选择正确的登录角色!', 'userType');
  if (first.status === 'pending' || first.organization_status === 'pending' || first.professional_status === 'pending') {
    const office = first.organization_status === 'pending' ? first.superior_name : first.organization_name;
    throw new Refusal(403, 'under-review', '您的账号正在审核中，审核通过才可登录平台。可点此查看审核部门', undefined, { reviewOffice: office });
  }
  if (first.status === 'rejected' || first.organization_status === 'rejected' || first.professional_status === 'rejected') {
    throw new Refusal(403, 'registration-rejected', '您的注册未通过审核，可重新注册', undefined, { register: true });
  }
  if (first.professional_status === 'deregistered') throw new Refusal(403, 'deregistered', '您的信息已注销，如需使用请重新注册', undefined, { register: true });
  throw new Refusal(403, 'membership-disabled', '该角色账户已被停用，请联系本单位管理员');
}
