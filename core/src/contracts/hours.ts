import { z } from 'zod';
import { titleBands } from '../policy/requirement';

const year = z
  .string({ error: (issue) => (issue.input === undefined ? '请填写年度' : '年度应为四位数字') })
  .regex(/^\d{4}$/, '年度应为四位数字')
  .transform(Number)
  .pipe(z.number().max(2200, '年度不能晚于 2200 年'));

/** Query of GET /api/hours/requirement. */
export const requirementQuery = z.strictObject({
  year,
  titleLevel: z.enum(titleBands),
  region: z.string().regex(/^\d{6}$/, '行政区划代码为六位数字'),
});
export type RequirementQuery = z.output<typeof requirementQuery>;

/** Query of GET /api/hours/forms. */
export const formsQuery = z.strictObject({ year });
