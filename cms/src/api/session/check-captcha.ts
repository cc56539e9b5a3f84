import { createHmac, randomInt } from 'node:crypto';
import { Refusal } from '@xueshi/core';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { z } from 'zod';
import { insertSolution, type Queryable } from './session.sql';

const lifetime = 10 * 60 * 1000;
/** Digests a client computes one after the other: about 0.2–0.5 s in a browser's worker; a robot pays it for every attempt. */
const work = { least: 4_000, most: 12_000 };

/** Signing key of the challenges: derived, so that every process behind a load balancer shares it. */
const secret = (appKey: string): string => createHmac('sha256', appKey).update('captcha').digest('hex');

/** A proof-of-work challenge (ALTCHA v2, self-hosted: nothing leaves the house) for GET /api/session/challenge. */
export function makeChallenge(appKey: string, now: Date) {
  return createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: randomInt(work.least, work.most),
    deriveKey,
    expiresAt: new Date(now.getTime() + lifetime),
    hmacSignatureSecret: secret(appKey),
  });
}

/** base64 of this JSON; strict, so that nobody makes the server derive keys at a cost of his own choice. */
const payloadShape = z.strictObject({
  challenge: z.strictObject({
    parameters: z.looseObject({
      algorithm: z.literal('SHA-256'),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      cost: z.literal(1),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      expiresAt: z.number(),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.strictObject({ counter: z.number().int().nonnegative().max(work.most), derivedKey: z.string().max(64), time: z.number().optional() }),
});

/** Accepts a solved challenge once. Refuses with 400 `captcha-wrong` when it is false, expired or used before. */
export async function checkCaptcha(db: Queryable, appKey: string, encoded: string, now: Date): Promise<void> {
  const refusal = new Refusal(400, 'captcha-wrong', '验证码错误', 'captcha');
  const payload = payloadShape.safeParse(decode(encoded));
  if (!payload.success) throw refusal;
  const { challenge, solution } = payload.data;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secret(appKey) });
  if (!verified || !(await insertSolution(db, challenge.signature, new Date(now.getTime() + lifetime)))) throw refusal;
}

function decode(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    // Not base64 of JSON: the same as a wrong solution.
    return null;
  }
}
