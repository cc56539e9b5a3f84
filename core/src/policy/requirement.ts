import { z } from 'zod';

/** 职称三档 (dictionaries.md §2): the bands the yearly standards and the statistics use. */
export const titleBands = ['junior', 'intermediate', 'senior'] as const;
export type TitleBand = (typeof titleBands)[number];

/** One dated row of the yearly standard (F01–F04). The matching row with the highest priority holds. */
export const requirement = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    yearFrom: z.number().int().min(1990).max(2200),
    yearTo: z.number().int().max(2200).nullable(),
    bands: z.array(z.enum(titleBands)).nonempty().optional().describe('absent: every band'),
    regionPrefixes: z
      .array(z.string().regex(/^\d{2,6}$/))
      .nonempty()
      .optional()
      .describe('absent: everywhere'),
    excludedRegions: z.array(z.string().regex(/^\d{6}$/)).default([]),
    generalHours: z.number().nonnegative(),
    specialtyHours: z.number().nonnegative(),
    priority: z.number().int().default(0),
    enabled: z.boolean().default(true),
  })
  .refine((r) => r.yearTo === null || r.yearTo >= r.yearFrom, { path: ['yearTo'], error: '截止年度早于起始年度' });
export type Requirement = z.output<typeof requirement>;
export type RequirementInput = z.input<typeof requirement>;
