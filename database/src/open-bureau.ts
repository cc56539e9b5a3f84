import { hash } from '@node-rs/bcrypt';
import { checkCreditCode, checkIdNumber, maskIdNumber, parse, Refusal } from '@xueshi/core';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { initialsOf } from './initials';
import type { Vault } from './vault';

const text = (label: string, longest: number) => z.string().trim().min(1, `请填写${label}`).max(longest);

/** What the command asks for: the topmost bureau of an empty installation and its first administrator. */
export const bureauOpening = z.strictObject({
  name: text('单位名称', 120),
  code: z.string().trim().toUpperCase().max(18),
  regionCode: z
    .string()
    .trim()
    .regex(/^\d{6}$/, '行政区划代码为六位数字'),
  personName: text('管理员姓名', 60),
  idNumber: z.string().trim().toUpperCase().max(18),
});
export type BureauOpening = z.input<typeof bureauOpening>;

/**
 * Opens an installation that has no organization yet (SEED=none): the topmost bureau and its super administrator, whose initial password is the
 * last six characters of his ID number and must be changed at the first sign-in (decision 21). One transaction.
 * @throws Refusal naming the field, or 409 `not-empty` when organizations exist: from then on administrators add each other
 */
export async function openBureau(client: ClientBase, input: BureauOpening, context: { vault: Vault; today: string }): Promise<{ maskedIdNumber: string }> {
  const opening = parse(bureauOpening, input);
  const wrongId = checkIdNumber(opening.idNumber, context.today);
  if (wrongId) throw new Refusal(400, 'invalid-id-number', wrongId, 'idNumber');
  const wrongCode = checkCreditCode(opening.code);
  if (wrongCode) throw new Refusal(400, 'invalid-credit-code', wrongCode, 'code');
  const password = await hash(opening.idNumber.slice(-6), 10);
  const digest = context.vault.digest(opening.idNumber);
  const maskedIdNumber = maskIdNumber(opening.idNumber);
  await client.query('begin');
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('open-bureau'))");
    if ((await client.query('select from organizations limit 1')).rowCount !== 0) throw new Refusal(409, 'not-empty', '已有机构，请由现有管理员在平台内办理');
    if ((await client.query('select from regions where code = $1', [opening.regionCode])).rowCount === 0) {
      throw new Refusal(400, 'invalid', '没有这个行政区划', 'regionCode');
    }
    await client.query(
      `with bureau as (
         insert into organizations (code, name, name_pinyin, kind, region_code, status) values ($1, $2, $3, 'bureau', $4, 'active') returning id
       ), account as (
         insert into up_users (username, email, password, name, id_number_digest, id_number_cipher, id_number_mask, must_change_password)
         values ($5::text, $5::text || '@accounts.invalid', $6, $7, $5::text, $8, $9, true) returning id
       )
       insert into memberships (account_id, user_type, organization_id, panel_role_id, super, status)
       select account.id, 'bureau', bureau.id, (select id from panel_roles where code = 'bureau-administrator'), true, 'active' from bureau, account`,
      [
        opening.code,
        opening.name,
        initialsOf(opening.name),
        opening.regionCode,
        digest,
        password,
        opening.personName,
        context.vault.seal(opening.idNumber),
        maskedIdNumber,
      ],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { maskedIdNumber };
}
