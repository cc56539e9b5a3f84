import { Refusal } from '@xueshi/core';

/** Where a decision by filter goes on: behind this review, and since when colleagues' decisions have not been reported. */
export interface Cursor {
  after: number;
  since: string;
}

export const writeCursor = ({ after, since }: Cursor): string => `${after}.${Date.parse(since)}`;

/** Throws Refusal 400 for a text that no answer gave. */
export function readCursor(text: string): Cursor {
  const [, after, since] = /^(\d{1,10})\.(\d{1,14})$/.exec(text) ?? [];
  if (after === undefined || since === undefined) throw new Refusal(400, 'invalid', '续办标记无效，请刷新后重试', 'cursor');
  return { after: Number(after), since: new Date(Number(since)).toISOString() };
}
