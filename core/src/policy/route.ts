import { z } from 'zod';
import { recordSources } from '../contracts/hour-record';

/** 机构类别. */
export const organizationKinds = ['bureau', 'authority', 'employer', 'base'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/**
 * One rule of a review route. `walk` climbs the tree from `from` to the end named by `until`, one step per organization,
 * inclusive (decision 4). `until: city-bureau` ends at a city bureau, a province-administered county's bureau or the
 * province (decision 17).
 */
export const stepRule = z.strictObject({
  kind: z.literal('walk'),
  from: z.enum(['self', 'parent']),
  until: z.enum(['first-bureau', 'city-bureau']),
  dueDays: z.number().int().positive().max(365).describe('working time an office has, in calendar days'),
});
export type StepRule = z.output<typeof stepRule>;

/** A review route: which offices decide, in which order. The enabled route with the highest priority whose `when` fits is taken. */
export const reviewRoute = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,60}$/),
  name: z.string().min(1),
  matter: z.string().describe('review subject, e.g. hour-record'),
  when: z.strictObject({ sources: z.array(z.enum(recordSources)).optional(), forms: z.array(z.string()).optional() }).default({}),
  priority: z.number().int().default(0),
  lane: z.string().default('standard').describe('the tab of the queue this work appears in (D21: base)'),
  steps: z.array(stepRule).nonempty(),
  enabled: z.boolean().default(true),
});
export type ReviewRoute = z.output<typeof reviewRoute>;
export type ReviewRouteInput = z.input<typeof reviewRoute>;
