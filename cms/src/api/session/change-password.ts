import { hash, verify } from '@node-rs/bcrypt';
import { Refusal, type Settings } from '@xueshi/core';
import type { Vault } from '@xueshi/database';
import { deleteSessions, lockPassword, type Queryable, updatePassword } from './session.sql';

/** bcrypt work factor: 64 ms in the thread pool (findings.md). */
const rounds = 10;

/**
 * A05: changes the account's password and ends every one of its sessions, in the transaction given. Refuses with 400 naming the field:
 * a wrong old password, a too short or too long one, the old one again, or the last six of the ID number (decision 21).
 */
export async function changePassword(
  trx: Queryable,
  context: { accountId: number; vault: Pick<Vault, 'open'>; settings: Settings },
  passwords: { oldPassword: string; newPassword: string },
): Promise<void> {
  const { oldPassword, newPassword } = passwords;
  const row = await lockPassword(trx, context.accountId);
  if (!row || !(await verify(oldPassword, row.password))) throw new Refusal(400, 'wrong-password', '原始密码错误', 'oldPassword');
  const refuse = (message: string) => new Refusal(400, 'weak-password', message, 'newPassword');
  if ([...newPassword].length < context.settings.passwordMinimum) throw refuse(`新密码至少 ${context.settings.passwordMinimum} 位`);
  if (Buffer.byteLength(newPassword) > 72) throw refuse('新密码过长');
  if (newPassword === oldPassword) throw refuse('新密码不能与原密码相同');
  if (newPassword.toUpperCase() === context.vault.open(row.id_number_cipher).slice(-6).toUpperCase()) throw refuse('新密码不能是身份证号后六位');
  await updatePassword(trx, context.accountId, await hash(newPassword, rounds));
  await deleteSessions(trx, context.accountId);
}
