import { z } from 'zod';

/** A scalar a form value can be compared with. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.infer<typeof scalar>;

/**
 * One comparison over one value of a declaration. A list of conditions means "and".
 * Kept to comparisons on purpose: configuration carries data, never an expression to be executed.
 */
export const condition = z
  .strictObject({
    field: z.string().min(1).describe('name of a field of the same form'),
    equals: scalar.optional(),
    in: z.array(scalar).nonempty().optional(),
    min: z.number().optional().describe('inclusive'),
    max: z.number().optional().describe('inclusive'),
    above: z.number().optional().describe('exclusive'),
    below: z.number().optional().describe('exclusive'),
  })
  .refine((c) => Object.keys(c).length > 1, { error: '条件至少要有一个比较' });
export type Condition = z.infer<typeof condition>;
