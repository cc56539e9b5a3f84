import { z } from 'zod';

/** Everything an office may turn that is one value and not a table. */
export const settings = z.strictObject({
  platformName: z.string().min(1),
  certificatePrefix: z.string().min(1).max(20),
  certificateHeading: z.string().min(1).max(30).default('专业技术人员继续教育证书'),
  certificateIssuer: z.string().min(1),
  registration: z.strictObject({ idTypes: z.array(z.string()).nonempty() }),
  /** D15: declaration of a year is open from 1 January of that year to this date of the same year (month and day). */
  declarationWindow: z.strictObject({ opens: z.string().regex(/^\d{2}-\d{2}$/), closes: z.string().regex(/^\d{2}-\d{2}$/) }),
  /** `adaptive`: demanded after two failures from one address or for one account in 15 minutes. */
  captcha: z.enum(['always', 'adaptive', 'off']),
  lockout: z.strictObject({ failures: z.number().int().min(3).max(50), minutes: z.number().int().min(1).max(1440) }),
  sessionHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 14),
  passwordMinimum: z.number().int().min(6).max(64),
  attachments: z.strictObject({
    maximumBytes: z.number().int().positive(),
    maximumFiles: z.number().int().positive(),
    types: z.array(z.enum(['pdf', 'jpg', 'png'])).nonempty(),
  }),
  baseRoute: z.enum(['traineeChain', 'baseBureau']),
  /** Bulk decisions take at most this many rows in one transaction; the panel goes on until nothing is left. */
  bulkLimit: z.number().int().min(100).max(20000),
  cannedReasons: z.array(z.string().min(1)),
  titleBands: z.record(z.string(), z.enum(['junior', 'intermediate', 'senior'])).describe('title level code -> band'),
});
export type Settings = z.output<typeof settings>;
