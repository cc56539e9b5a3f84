import { z } from 'zod';
import { condition, scalar } from './condition';

/** Types a configured field may have; the panel's input registry and the value schemas are keyed by them. */
export const fieldTypes = ['text', 'longtext', 'integer', 'number', 'date', 'boolean', 'choice', 'dictionary', 'list'] as const;
export type FieldType = (typeof fieldTypes)[number];

const fieldName = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, '字段名须为小写字母开头的英文与数字');

/** One field of a learning form (or, later, a custom field): everything a form, a check and a list need to know of it. */
export const field = z
  .strictObject({
    name: fieldName,
    label: z.string().min(1).max(40),
    type: z.enum(fieldTypes),
    required: z.boolean().default(true),
    help: z.string().max(200).optional(),
    unit: z.string().max(10).optional(),
    spans: z.enum(['days', 'months']).optional().describe('a number of days or months of the declared period, which must hold them'),
    min: z.number().optional(),
    max: z.number().optional(),
    maxLength: z.number().int().positive().max(4000).optional(),
    pattern: z.string().max(200).optional(),
    options: z
      .array(z.strictObject({ value: scalar, label: z.string().min(1) }))
      .nonempty()
      .optional(),
    dictionary: z.string().optional(),
    visibleWhen: z.array(condition).optional().describe('shown and required only when every condition holds'),
  })
  .superRefine((f, ctx) => {
    if (f.type === 'choice' && !f.options) ctx.addIssue({ code: 'custom', path: ['options'], message: '选择字段必须列出选项' });
    if (f.type === 'dictionary' && !f.dictionary) ctx.addIssue({ code: 'custom', path: ['dictionary'], message: '字典字段必须指明字典' });
  });
export type Field = z.output<typeof field>;
export type FieldInput = z.input<typeof field>;
