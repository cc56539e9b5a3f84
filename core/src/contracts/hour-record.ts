import { z } from 'zod';

/** 来源 (dictionaries.md §8). */
export const recordSources = ['self', 'employer', 'authority', 'bureau', 'base', 'platform', 'import', 'makeup'] as const;
export type RecordSource = (typeof recordSources)[number];

/** A day, ISO 8601, e.g. 2026-05-01. */
export const day = z.iso.date();

/**
 * What the applicant sends to declare hours (POST /api/panel/hour-records) or to correct a returned declaration
 * (PUT /api/panel/hour-records/{id}). The server computes the hours; a figure sent by the browser is not accepted.
 */
export const declaration = z.strictObject({
  form: z.string().min(1).max(40),
  year: z.number().int().min(2000).max(2200),
  subject: z.enum(['general', 'specialty', 'both']).optional(),
  title: z.string().trim().min(1, '请填写学习内容').max(200).describe('学习内容（项目名称）'),
  startsOn: day,
  endsOn: day,
  assessment: z.enum(['qualified', 'excellent', 'unassessed']).default('qualified').describe('考核结果'),
  certificateNumber: z.string().trim().max(80).optional(),
  values: z.record(z.string(), z.unknown()),
  attachments: z
    .array(z.strictObject({ id: z.number().int().positive(), document: z.string().max(40) }))
    .max(20)
    .default([]),
  version: z.number().int().nonnegative().optional().describe('when correcting: the version that was seen'),
});
export type Declaration = z.output<typeof declaration>;

/** Body of POST /api/hours/quote. */
export const quoteRequest = z.strictObject({
  form: z.string().min(1).max(40),
  year: z.number().int(),
  titleLevel: z.enum(['junior', 'intermediate', 'senior']),
  region: z.string().regex(/^\d{6}$/, '行政区划代码为六位数字'),
  subject: z.enum(['general', 'specialty', 'both']).optional(),
  values: z.record(z.string(), z.unknown()),
});
export type QuoteRequest = z.output<typeof quoteRequest>;

/** Body of POST /api/panel/hour-records/quote: title level and region are those of the professional who asks. */
export const ownQuoteRequest = quoteRequest.omit({ titleLevel: true, region: true });
export type OwnQuoteRequest = z.output<typeof ownQuoteRequest>;

/** Answer of POST /api/hours/quote. Hours are whole numbers or one decimal. */
export interface Quote {
  hours: number;
  generalHours: number;
  specialtyHours: number;
  /** How the figure came about, one step a line: `国家级学术会议 3 天 × 6 → 18`. */
  explanation: string[];
}
