import { parse, Refusal } from '@xueshi/core';
import { z } from 'zod';
import type { Choice, Column, Field, Filter, PanelPolicy, Resource } from '../resource';
import { bind, type Condition, on } from './condition';
import type { Environment } from './environment';

const id = z.number().int().positive().max(2_147_483_647);
const ids = z.union([id.transform((one) => [one]), z.array(id).min(1).max(1000)]);
const text = z
  .string()
  .trim()
  .min(1, '请输入查询内容')
  .max(100, '查询内容过长')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, '查询内容含有不能识别的字符');
const idNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\d{17}[\dX]$/, '请输入完整的 18 位身份证号');
const code = z.string().min(1).max(60);
const codes = z.array(code).min(1).max(50);
const year = z.number().int().min(1990).max(2200);
const amount = z.number().min(-1e9).max(1e9);
const day = z.iso.date().regex(/^(19|20|21)\d\d-/, '日期超出范围');
const regionCode = z.string().regex(/^\d{6}$/, '行政区划代码为六位数字');

const rangeOf = <S extends z.ZodType>(bound: S) =>
  z.strictObject({ from: bound.optional(), to: bound.optional() }).refine((range) => range.from !== undefined || range.to !== undefined, '请填写起或止');
const amounts = rangeOf(amount);
const days = rangeOf(day);

/** Parsed like any input of the contract; a refusal names `filter.<field>`. */
const read = <S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // Once more inside its place, for the message and the path of the contract.
  return parse(z.object({ filter: z.object({ [name]: schema }) }), { filter: { [name]: value } }).filter[name] as z.output<S>;
};

/** The values a field may take, when it says so. */
export const choicesOf = (field: Field, policy: PanelPolicy): readonly Choice[] | undefined =>
  typeof field.choices === 'function' ? field.choices(policy) : field.choices;

/** `%`, `_` and `\` mean themselves. */
const literally = (value: string): string => value.replace(/[\\%_]/g, '\\$&');

/** A name: two Chinese characters and more by bigrams, Latin letters by the initials of its pinyin. */
function nameCondition(name: string, column: Column, filter: Extract<Filter, { match: 'name' }>, value: string): Condition {
  if (/^[a-z]+$/i.test(value)) return on({ expression: filter.initials, joins: column.joins }, 'like ?', `${value.toLowerCase()}%`);
  const letters = [...value.replace(/\s+/g, '')];
  if (letters.length < 2) throw new Refusal(400, 'text-too-short', '请至少输入两个字', `filter.${name}`);
  // As name_grams() in database/src/ddl writes them.
  const grams = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`.toLowerCase());
  const found = on({ expression: filter.grams, joins: column.joins }, '@> ?::text[]', grams);
  // Three characters and more: the pairs alone would also find them apart.
  return letters.length === 2 ? found : bind([found, on(column, 'like ?', `%${literally(letters.join(''))}%`)], 'and');
}

function textCondition(name: string, column: Column, filter: Extract<Filter, { kind: 'text' }>, value: unknown, environment: Environment): Condition {
  if (filter.match === 'id-number') {
    if (environment.idNumbers === 'refused') throw new Refusal(400, 'id-number-in-address', '按身份证号查询请使用 POST 提交', `filter.${name}`);
    return on(column, '= ?', environment.digest(read(name, idNumber, value)));
  }
  const wanted = read(name, text, value);
  switch (filter.match) {
    case 'name':
      return nameCondition(name, column, filter, wanted);
    case 'equals':
      return on(column, '= ?', wanted);
    case 'prefix':
      return on(column, 'like ?', `${literally(wanted)}%`);
    case 'contains':
      return on(column, 'like ?', `%${literally(wanted)}%`);
  }
}

function rangeCondition(name: string, column: Column, of: 'day' | 'instant' | 'number', value: unknown): Condition {
  const range = of === 'number' ? read(name, amounts, value) : read(name, days, value);
  const cast = of === 'number' ? '' : '::date';
  const parts: Condition[] = [];
  if (range.from !== undefined) parts.push(on(column, `>= ?${cast}`, range.from));
  // A day ends with the first moment of the next one.
  if (range.to !== undefined) parts.push(of === 'instant' ? on(column, '< ?::date + 1', range.to) : on(column, `<= ?${cast}`, range.to));
  return bind(parts, 'and');
}

function organizationCondition(column: Column, organizationId: number): Condition {
  const path = 'select path from organizations where id = ?';
  return {
    sql: `((${column.expression}) >= (${path}) and (${column.expression}) < (select left(path, -1) || '/' from organizations where id = ?))`,
    bindings: [organizationId, organizationId],
    joins: column.joins ?? [],
  };
}

/** 410000 is a province, 410100 a city, 410105 a county. */
const regionPrefix = (region: string): string => region.replace(/(00){1,2}$/, '');

/** Refused names are shown only when they look like one. */
const shown = (name: string): string => (/^[a-zA-Z]\w{0,39}$/.test(name) ? name : '?');

/**
 * The condition of one entry of a filter. `id` (one or many) is known to every resource; every other name must be a field that
 * declares a filter. Refusal 400 `unknown-filter` or `invalid`, naming `filter.<field>`.
 */
export function filterCondition(resource: Resource, name: string, value: unknown, environment: Environment): Condition {
  const condition = conditionOf(resource, name, value, environment);
  const filter = Object.hasOwn(resource.fields, name) ? resource.fields[name]?.filter : undefined;
  return { ...condition, skewed: !(filter && oneValue.has(filter.kind)) };
}

/** Filters that compare with one value of few. */
const oneValue: ReadonlySet<Filter['kind']> = new Set(['choice', 'year', 'boolean']);

function conditionOf(resource: Resource, name: string, value: unknown, environment: Environment): Condition {
  if (name === 'id') return on({ expression: resource.base.id ?? resource.base.row }, '= any(?)', read(name, ids, value));
  const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined;
  const filter = field?.filter;
  if (!field || !filter) throw new Refusal(400, 'unknown-filter', `${resource.label}不能按“${shown(name)}”筛选`, `filter.${shown(name)}`);
  const column = filter.on ?? { expression: field.expression ?? '', joins: field.joins };
  const known = (wanted: readonly string[]): void => {
    const choices = choicesOf(field, environment.policy);
    if (choices && wanted.some((one) => !choices.some((choice) => choice.value === one))) {
      throw new Refusal(400, 'invalid', `${field.label}没有这个选项`, `filter.${name}`);
    }
  };
  switch (filter.kind) {
    case 'text':
      return textCondition(name, column, filter, value, environment);
    case 'choice': {
      if (field.format === 'reference') return on(column, '= ?', read(name, id, value));
      const wanted = read(name, code, value);
      known([wanted]);
      return on(column, '= ?', wanted);
    }
    case 'choices': {
      const wanted = read(name, codes, value);
      known(wanted);
      return on(column, '= any(?)', wanted);
    }
    case 'year':
      return on(column, '= ?', read(name, year, value));
    case 'boolean':
      return on(column, '= ?', read(name, z.boolean(), value));
    case 'range':
      return rangeCondition(name, column, filter.of, value);
    case 'organization':
      return organizationCondition(column, read(name, id, value));
    case 'region':
      return on(column, 'like ?', `${regionPrefix(read(name, regionCode, value))}%`);
  }
}
