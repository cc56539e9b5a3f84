import { listQuery, parse, Refusal } from '@xueshi/core';
import { z } from 'zod';

/** A page holds at most this many rows. */
const longestPage = 500;
/** Counts are exact up to here, and nobody pages further. */
export const countLimit = 10_000;

const order = z.tuple([z.string().min(1).max(60), z.enum(['ASC', 'DESC'])]);
const range = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .refine(([from, to]) => to >= from, '范围的止早于起')
  .refine(([from, to]) => to - from < longestPage, `一页最多 ${longestPage} 条`)
  .refine(([from]) => from < countLimit, `只能翻阅前 ${countLimit} 条，请缩小查询范围`);
const filter = z.record(z.string().max(60), z.unknown()).refine((entries) => Object.keys(entries).length <= 30, '筛选条件过多');

/** What a list asks for. `range`: first and last row, both inclusive, from 0. */
export const listRequest = z.strictObject({ filter: filter.default({}), range: range.default([0, 24]), sort: order.optional() });
export type ListRequest = z.output<typeof listRequest>;

function json(name: string, value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new Refusal(400, 'malformed-json', '查询参数不是合法的 JSON', name);
  }
}

/**
 * The query string of `GET /api/panel/{resource}` in the simple-REST dialect. Refusal 400 for anything undeclared, and for an
 * ID number anywhere in it: addresses end up in logs and histories.
 */
export function readListQuery(query: unknown): ListRequest {
  const text = parse(listQuery, query);
  if (/(?<!\d)\d{17}[\dX](?!\d)/i.test(text.filter)) throw new Refusal(400, 'id-number-in-address', '按身份证号查询请使用 POST 提交', 'filter');
  return parse(listRequest, {
    filter: json('filter', text.filter),
    range: json('range', text.range),
    ...(text.sort === undefined ? {} : { sort: json('sort', text.sort) }),
  });
}
