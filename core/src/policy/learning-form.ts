import { z } from 'zod';
import { type Condition, condition } from './condition';
import { field } from './field';

/** 科目. `both` credits the general and the specialty requirement (assistance posting, decision 14). */
export const subjects = ['general', 'specialty', 'both'] as const;
export type Subject = (typeof subjects)[number];

/** What one row of a conversion table yields. */
export const yieldOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), hours: z.number().positive() }),
  z.strictObject({
    kind: z.literal('rate'),
    per: z.string().describe('numeric field the rate is multiplied with'),
    rate: z.number().positive(),
    decimals: z.number().int().min(0).max(3).default(0).describe('decimals of the field that count; the rest is cut (decision 12)'),
  }),
  z.strictObject({ kind: z.literal('declared'), field: z.string().describe('the hours the applicant states; an office confirms them') }),
  z.strictObject({ kind: z.literal('requirement'), subject: z.enum(subjects).describe('the whole requirement of that year for this subject') }),
  z.strictObject({ kind: z.literal('refuse'), field: z.string(), message: z.string().min(1) }),
]);
export type Yield = z.output<typeof yieldOf>;

/** One row of a conversion table: the first row whose conditions all hold decides. */
export const conversionRow = z.strictObject({
  label: z.string().min(1).describe('how the explanation names this row, e.g. 国家级课题 主课题组 第2名'),
  when: z.array(condition).default([]),
  gives: yieldOf,
  bonus: z
    .array(z.strictObject({ label: z.string().min(1), when: z.array(condition).nonempty(), hours: z.number().positive() }))
    .default([])
    .describe('added once per declaration (decision 11)'),
  maximum: z.number().positive().optional().describe('upper bound of this row'),
});
export type ConversionRow = z.output<typeof conversionRow>;

/**
 * Who sets 核定学时 for this form (decision 15): the person's own unit, or the last authority or bureau of the route, its last office where it
 * has none. `none`: the computed figure stands.
 */
export const confirmers = ['none', 'employer', 'authority', 'bureau'] as const;
export type Confirmer = (typeof confirmers)[number];

/**
 * When a second declaration of the same person and form, of the same title, is the same learning: `period` the same year and days, `meeting`
 * overlapping or adjoining days (once per conference, decision 11), `work` always (once per work, decision 12).
 */
export const sameLearnings = ['period', 'meeting', 'work'] as const;
export type SameLearning = (typeof sameLearnings)[number];

/** A learning form (学习形式, rules 一 to 十三): its fields, documents and conversion table. */
export const learningForm = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z-]{1,40}$/),
    officialCode: z.string().max(8),
    name: z.string().min(1).max(60),
    rule: z.string().describe('the clause of the regulation, e.g. （四）'),
    sort: z.number().int(),
    enabled: z.boolean().default(true),
    validFromYear: z.number().int().optional(),
    validToYear: z.number().int().optional(),
    subjects: z.array(z.enum(subjects)).nonempty().describe('allowed; the first is the default'),
    fields: z.array(field),
    documents: z.array(z.strictObject({ code: z.string(), name: z.string(), required: z.boolean() })).default([]),
    rows: z.array(conversionRow).nonempty(),
    otherwise: z.strictObject({ field: z.string(), message: z.string().min(1) }).describe('answer when no row fits'),
    confirmer: z.enum(confirmers).default('none'),
    sameLearning: z.enum(sameLearnings).default('period').describe('when a second declaration is refused as the same learning'),
    filing: z.boolean().default(false).describe('once approved it is filed with the province (rule 十三, decision 17)'),
    yearlyCap: z.number().positive().nullable().default(null).describe('most hours a person may be credited per year by this form'),
  })
  .superRefine((form, ctx) => {
    const names = new Set(form.fields.map((f) => f.name));
    const check = (name: string, path: (string | number)[]) => {
      if (!names.has(name)) ctx.addIssue({ code: 'custom', path, message: `没有名为 ${name} 的字段` });
    };
    const checkCondition = (c: Condition, path: (string | number)[]) => {
      check(c.field, [...path, 'field']);
      const options = form.fields.find((f) => f.name === c.field)?.options;
      for (const value of [...(c.equals === undefined ? [] : [c.equals]), ...(c.in ?? [])]) {
        if (options && !options.some((o) => o.value === value)) ctx.addIssue({ code: 'custom', path, message: `字段 ${c.field} 没有选项 ${value}` });
      }
    };
    form.rows.forEach((row, i) => {
      row.when.forEach((c, j) => checkCondition(c, ['rows', i, 'when', j]));
      row.bonus.forEach((b, j) => b.when.forEach((c, k) => checkCondition(c, ['rows', i, 'bonus', j, 'when', k])));
      if (row.gives.kind === 'rate') check(row.gives.per, ['rows', i, 'gives', 'per']);
      if (row.gives.kind === 'declared' || row.gives.kind === 'refuse') check(row.gives.field, ['rows', i, 'gives', 'field']);
    });
    form.fields.forEach((f, i) => {
      if (f.spans && f.type !== 'integer' && f.type !== 'number')
        ctx.addIssue({ code: 'custom', path: ['fields', i, 'spans'], message: '只有数字字段可以计天数或月数' });
    });
    form.fields.forEach((f, i) => f.visibleWhen?.forEach((c, j) => checkCondition(c, ['fields', i, 'visibleWhen', j])));
    check(form.otherwise.field, ['otherwise', 'field']);
    form.rows.forEach((row, i) => {
      const whole = row.gives.kind === 'requirement' && row.bonus.length === 0 && row.maximum === undefined;
      if (form.subjects.includes('both') && !whole && row.gives.kind !== 'refuse') {
        ctx.addIssue({ code: 'custom', path: ['rows', i, 'gives'], message: '计入两个科目的学习形式只能按年度标准全额计算' });
      }
    });
  });
export type LearningForm = z.output<typeof learningForm>;
export type LearningFormInput = z.input<typeof learningForm>;
