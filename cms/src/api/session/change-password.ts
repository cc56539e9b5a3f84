import { hash, verify } from '@node-rs/bcrypt';
import { Refusal } from '@xueshi/core';
import type { Vault } from '@xueshi/database';
import { type AttemptContext, admitAttempt } from './admit-attempt';
import { deleteSessions, type Queryable, selectPassword, succeedAttempt, updatePassword } from './session.sql';

/** bcrypt work factor: 64 ms in the thread pool (findings.md). */
const rounds = 10;

export interface PasswordContext extends AttemptContext {
  db: Queryable;
  accountId: number;
  vault: Pick<Vault, 'open'>;
}

/**
 * A05: changes the account's password and ends every one of its sessions in one transaction. The old password may be guessed no more often than
 * at sign-in. Refuses with 400 naming the field: a wrong old password, a too short or too long one, the old one again, or the last six of
 * the ID number (decision 21); 409 when somebody else changed it meanwhile.
 */
export async function changePassword(context: PasswordContext, passwords: { oldPassword: string; newPassword: string }): Promise<void> {
  const { db, accountId, settings, vault } = context;
  const { oldPassword, newPassword } = passwords;
  const attempt = await admitAttempt(context, { accountId });
  const row = await selectPassword(db, accountId);
  if (!row || !(await verify(oldPassword, row.password))) throw new Refusal(400, 'wrong-password', '原始密码错误', 'oldPassword');
  await succeedAttempt(db, attempt);
  const refuse = (message: string) => new Refusal(400, 'weak-password', message, 'newPassword');
  if ([...newPassword].length < settings.passwordMinimum) throw refuse(`新密码至少 ${settings.passwordMinimum} 位`);
  if (Buffer.byteLength(newPassword) > 72) throw refuse('新密码过长');
  if (newPassword === oldPassword) throw refuse('新密码不能与原密码相同');
  if (newPassword.toUpperCase() === vault.open(row.id_number_cipher).slice(-6).toUpperCase()) throw refuse('新密码不能是身份证号后六位');
  const hashed = await hash(newPassword, rounds);
  await context.transaction(async (trx) => {
    const set = await updatePassword(trx, { id: accountId, verifiedPassword: row.password, hash: hashed });
    if (!set) throw new Refusal(409, 'password-changed', '密码刚刚已被修改，请重新登录');
    await deleteSessions(trx, accountId);
  });
}
