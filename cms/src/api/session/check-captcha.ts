import { createHmac } from 'node:crypto';
import { Refusal } from '@xueshi/core';
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { insertSolution, type Queryable } from './session.sql';

const lifetime = 10 * 60 * 1000;
/** About 0.2 s of one core in a browser's worker; a robot pays it for every attempt. */
const work = 50_000;

/** Signing key of the challenges: derived, so that every process behind a load balancer shares it. */
const hmacKey = (appKey: string): string => createHmac('sha256', appKey).update('captcha').digest('hex');

/** A proof-of-work challenge (ALTCHA, self-hosted: nothing leaves the house) for GET /api/session/challenge. */
export function makeChallenge(appKey: string, now: Date) {
  return createChallenge({ hmacKey: hmacKey(appKey), maxnumber: work, expires: new Date(now.getTime() + lifetime) });
}

/** Accepts a solved challenge once. Refuses with 400 `captcha-wrong` when it is false, expired or used before. */
export async function checkCaptcha(db: Queryable, appKey: string, payload: string, now: Date): Promise<void> {
  const refusal = new Refusal(400, 'captcha-wrong', '验证码错误', 'captcha');
  const signature = signatureOf(payload);
  if (!signature || !(await verifySolution(payload, hmacKey(appKey)))) throw refusal;
  if (!(await insertSolution(db, signature, new Date(now.getTime() + lifetime)))) throw refusal;
}

function signatureOf(payload: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
    const signature = typeof parsed === 'object' && parsed !== null && 'signature' in parsed ? parsed.signature : undefined;
    return typeof signature === 'string' && /^[0-9a-f]{64}$/.test(signature) ? signature : undefined;
  } catch {
    // Not base64 of JSON: the same as a wrong solution.
    return undefined;
  }
}
