import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Identity, Refusal, type ReviewRequest } from '@xueshi/core';

/** Where a decision by filter goes on: behind this review, and since when colleagues' decisions have not been reported. */
export interface Cursor {
  after: number;
  /** ISO 8601, milliseconds. */
  since: string;
}

/** What a cursor belongs to: it goes on with this decision of this membership over this filter and no other. */
export interface CursorBounds {
  /** Secret of the installation. */
  key: string;
  subject: string;
  identity: Identity;
  request: ReviewRequest;
}

function signatureOf(position: string, { key, subject, identity, request }: CursorBounds): Buffer {
  const bound = [position, subject, identity.membershipId, request.decision, request.toStep ?? null, request.filter, request.seenAt];
  return createHmac('sha256', key).update(JSON.stringify(bound)).digest();
}

export function writeCursor({ after, since }: Cursor, bounds: CursorBounds): string {
  const position = `${after}.${Date.parse(since)}`;
  return `${position}.${signatureOf(position, bounds).toString('base64url')}`;
}

/** Throws Refusal 400 for a text that no answer to the same request gave: a cursor goes past the count the reviewer saw. */
export function readCursor(text: string, bounds: CursorBounds): Cursor {
  const [, after, since, signature] = /^(\d{1,10})\.(\d{1,14})\.([\w-]{43})$/.exec(text) ?? [];
  const signed = signature !== undefined && timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(`${after}.${since}`, bounds));
  if (!signed) throw new Refusal(400, 'invalid', '续办标记无效，请刷新后重试', 'cursor');
  return { after: Number(after), since: new Date(Number(since)).toISOString() };
}
