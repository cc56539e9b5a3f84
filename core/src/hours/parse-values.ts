import { z } from 'zod';
import { parse } from '../contracts/parse';
import { Refusal } from '../contracts/refusal';
import type { Scalar } from '../policy/condition';
import type { DictionaryItem } from '../policy/dictionary';
import type { Field } from '../policy/field';
import { applicableFields } from './condition-holds';

/** Code lists by code, then item code. */
export type Dictionaries = ReadonlyMap<string, ReadonlyMap<string, DictionaryItem>>;

/**
 * Parses the values of configured fields. Unknown names, wrong types and missing required values are refused with 400 naming
 * `values.<name>`. Values of fields that do not apply under the others (`visibleWhen`) are dropped, empty optional ones too.
 * Dictionary codes are checked when `dictionaries` is given. A `list` becomes one text with an item per line.
 */
export function parseValues(fields: readonly Field[], input: Readonly<Record<string, unknown>>, dictionaries?: Dictionaries): Record<string, Scalar> {
  for (const name of Object.keys(input)) {
    if (!fields.some((f) => f.name === name)) throw new Refusal(400, 'invalid', '不认识的字段', `values.${name.slice(0, 60)}`);
  }
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  const applicable = applicableFields(fields, given);
  const relevant = Object.fromEntries(applicable.filter((f) => Object.hasOwn(given, f.name)).map((f) => [f.name, given[f.name]]));
  const { values } = parse(schemaOf(fields, applicable), { values: relevant });
  for (const f of applicable) {
    const code = values[f.name];
    if (f.type !== 'dictionary' || code === undefined || dictionaries === undefined) continue;
    const item = dictionaries.get(f.dictionary ?? '')?.get(String(code));
    if (item?.enabled !== true) throw new Refusal(400, 'invalid', `“${f.label}”的选项无效`, `values.${f.name}`);
  }
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Scalar] => entry[1] !== undefined));
}

type ValuesSchema = z.ZodType<{ values: Record<string, Scalar | undefined> }>;

/** Schemas of a form by the names of the fields that apply: building one costs a hundred times more than using it. */
const schemas = new WeakMap<readonly Field[], Map<string, ValuesSchema>>();

function schemaOf(fields: readonly Field[], applicable: readonly Field[]): ValuesSchema {
  const known = schemas.get(fields) ?? new Map<string, ValuesSchema>();
  schemas.set(fields, known);
  const key = applicable.map((f) => f.name).join();
  const found = known.get(key);
  if (found) return found;
  const shape = Object.fromEntries(applicable.map((f) => [f.name, f.required ? valueSchema(f) : valueSchema(f).optional()]));
  const built: ValuesSchema = z.strictObject({ values: z.strictObject(shape) });
  known.set(key, built);
  return built;
}

/** The schema of one value, with messages that name the field as the applicant sees it. */
function valueSchema(f: Field): z.ZodType<Scalar> {
  const missing = (wrong: string) => (issue: { input?: unknown }) => (issue.input === undefined ? `请填写“${f.label}”` : wrong);
  switch (f.type) {
    case 'text':
    case 'longtext':
      return textSchema(f, missing(`“${f.label}”应为文本`), f.type === 'text' ? 200 : 2000);
    case 'date':
      return z.iso.date({ error: missing(`“${f.label}”应为日期（YYYY-MM-DD）`) });
    case 'boolean':
      return z.boolean({ error: missing(`“${f.label}”应为“是”或“否”`) });
    case 'integer':
      return numberSchema(f, z.int({ error: missing(`“${f.label}”应为整数`) }));
    case 'number':
      return numberSchema(f, z.number({ error: missing(`“${f.label}”应为数字`) }));
    case 'choice':
      return z
        .union([z.string(), z.number(), z.boolean()], { error: missing(`“${f.label}”的选项无效`) })
        .refine((value) => f.options?.some((o) => o.value === value), {
          error: `“${f.label}”只能选择：${f.options?.map((o) => o.label).join('、')}`,
        });
    case 'dictionary':
      return z.string({ error: missing(`“${f.label}”的选项无效`) }).max(40, { error: `“${f.label}”的选项无效` });
    case 'list':
      return z
        .union([z.string().max(4000), z.array(z.string().max(200)).max(100)], { error: missing(`“${f.label}”应为列表`) })
        .transform((value) => lines(value))
        .refine((text) => !f.required || text !== '', { error: `请填写“${f.label}”` });
  }
}

function textSchema(f: Field, error: (issue: { input?: unknown }) => string, longest: number): z.ZodType<string> {
  const limit = f.maxLength ?? longest;
  let schema = z
    .string({ error })
    .trim()
    .max(limit, { error: `“${f.label}”不能超过 ${limit} 个字符` });
  if (f.required) schema = schema.min(1, { error: `请填写“${f.label}”` });
  if (f.pattern !== undefined) schema = schema.regex(new RegExp(f.pattern, 'u'), { error: `“${f.label}”的格式不正确` });
  return schema;
}

function numberSchema(f: Field, base: z.ZodNumber): z.ZodType<number> {
  let schema = base;
  if (f.min !== undefined) schema = schema.min(f.min, { error: `“${f.label}”不能小于 ${f.min}` });
  if (f.max !== undefined) schema = schema.max(f.max, { error: `“${f.label}”不能大于 ${f.max}` });
  return schema;
}

function lines(value: string | readonly string[]): string {
  const items = typeof value === 'string' ? value.split('\n') : value;
  return items
    .map((item) => item.replace(/\s+/gu, ' ').trim())
    .filter((item) => item !== '')
    .join('\n');
}
