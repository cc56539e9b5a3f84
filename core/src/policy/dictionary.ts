import { z } from 'zod';

/** One row of a code list (dictionaries.md). */
export const dictionaryItem = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(120),
  parent: z.string().optional(),
  sort: z.number().int().optional(),
  enabled: z.boolean().default(true),
  note: z.string().optional(),
  extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
});
export type DictionaryItem = z.output<typeof dictionaryItem>;

export const dictionary = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  name: z.string().min(1),
  items: z.array(dictionaryItem).nonempty(),
});
export type Dictionary = z.output<typeof dictionary>;

/** 行政区划, GB/T 2260. `provinceDirect` marks the 省直管县(市) (decision 17). */
export const region = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: z.string().min(1),
  parent: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  level: z.enum(['province', 'city', 'county']),
  provinceDirect: z.boolean().default(false),
});
export type Region = z.output<typeof region>;
