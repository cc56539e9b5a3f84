import { Refusal, type Settings } from '@xueshi/core';
import type { Knex } from 'knex';
import { countFailures, insertAttempt, lockAttempts } from './session.sql';

/** What is needed to judge an attempt from outside the request. */
export interface AttemptContext {
  transaction: <T>(work: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;
  settings: Settings;
  /** Address of the connection (behind a trusted proxy: the client's). */
  address: string;
}

/** Failures after which `adaptive` demands the captcha. */
const captchaAfter = 2;
/** One address may fail this many times as often as one account before it is stopped: an office shares one address. */
const addressFactor = 10;

/**
 * Lets a password be tried, and writes the attempt down as failed (docs/decisions/0002). A refused attempt leaves no row: it neither
 * counts as a failure nor prolongs the lock. `captchaSolved`: absent where no captcha is asked for (change of password).
 * @throws Refusal 423 `locked`, 429 `too-many`, 400 `captcha-required`
 */
export function admitAttempt(context: AttemptContext, attempt: { accountId: number | null; captchaSolved?: boolean }): Promise<number> {
  const { settings, address } = context;
  const { failures, minutes } = settings.lockout;
  return context.transaction(async (trx) => {
    await lockAttempts(trx, address);
    const counts = await countFailures(trx, { accountId: attempt.accountId, address, minutes, limit: failures * addressFactor });
    if (counts.pair >= failures) throw new Refusal(423, 'locked', `密码错误次数过多，请 ${minutes} 分钟后再试`, undefined, { minutes });
    if (counts.address >= failures * addressFactor) throw new Refusal(429, 'too-many', '登录失败次数过多，请稍后再试');
    const suspicious = counts.address >= captchaAfter || counts.account >= captchaAfter;
    const demanded = settings.captcha === 'always' || (settings.captcha === 'adaptive' && suspicious);
    if (demanded && attempt.captchaSolved === false) throw new Refusal(400, 'captcha-required', '请先完成人机验证', 'captcha');
    return insertAttempt(trx, attempt.accountId, address);
  });
}
