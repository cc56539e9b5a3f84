import type { z } from 'zod';
import { Refusal } from './refusal';

const formatNames: Record<string, string> = {
  email: '电子邮箱',
  url: '网址',
  date: '日期（YYYY-MM-DD）',
  datetime: '时间（ISO 8601）',
  uuid: 'UUID',
  base64: 'Base64 文本',
};
const typeNames: Record<string, string> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '列表',
  object: '对象',
  record: '对象',
  tuple: '列表',
  map: '对象',
  set: '列表',
  null: '空',
  undefined: '空',
  void: '空',
  file: '文件',
  date: '日期',
};

/** The Chinese text of one zod issue that its schema gave no text of its own. It never repeats the value that was sent. */
function describe(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '此项为必填项' : typeText(issue.expected);
    case 'too_small':
      return bound(issue.origin, issue.inclusive === false ? '大于' : '不少于', String(issue.minimum));
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? '小于' : '不超过', String(issue.maximum));
    case 'invalid_value':
      if (issue.input === undefined || issue.input === null) return '此项为必填项';
      return `只能取以下值之一：${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return '不认识的字段';
    case 'invalid_format':
      return formatNames[issue.format] === undefined ? '格式不正确' : `应为有效的${formatNames[issue.format]}`;
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`;
    default:
      return '内容不合要求';
  }
}

/** A type without a Chinese name is not named at all: zod's names are English. */
const typeText = (expected: string): string => (typeNames[expected] === undefined ? '内容的类型不正确' : `应为${typeNames[expected]}`);

function bound(origin: string, word: string, limit: string): string {
  if (origin === 'string') return `长度应${word} ${limit} 个字符`;
  if (origin === 'array' || origin === 'set') return `项数应${word} ${limit}`;
  return `应${word} ${limit}`;
}

/** Dotted path of an issue; an unknown key is named itself. */
function fieldOf(issue: z.core.$ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return path.map(String).join('.');
}

/**
 * Path of a key `__proto__` anywhere in parsed JSON, or null. zod leaves such a key out without a word, and what was asked for would
 * be more than what is answered.
 */
function prototypeKey(input: unknown, path: readonly string[] = []): string | null {
  if (typeof input !== 'object' || input === null) return null;
  if (Object.hasOwn(input, '__proto__')) return [...path, '__proto__'].join('.');
  for (const [key, value] of Object.entries(input)) {
    const found = prototypeKey(value, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Parses what came over the wire. Throws Refusal 400 `invalid` with the Chinese message and the dotted path of the first
 * problem; further ones stand in `details.fields`.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const forbidden = prototypeKey(input);
  if (forbidden !== null) throw new Refusal(400, 'invalid', '不认识的字段', forbidden);
  const result = schema.safeParse(input, { error: describe });
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => ({ field: fieldOf(issue), message: issue.message }));
  const first = fields[0] ?? { field: '', message: '内容不合要求' };
  throw new Refusal(
    400,
    'invalid',
    first.message,
    first.field === '' ? undefined : first.field,
    fields.length > 1 ? { fields: fields.slice(0, 20) } : undefined,
  );
}
