import { Refusal, resolveRequirement, type TitleBand, type YearRequirement } from '@xueshi/core';
import type { Policy } from '../policy/services/policy';

/** The yearly standard in force, or null for years without one (before 2013). Refuses a region code the platform does not know. */
export function findRequirement(policy: Policy, at: { year: number; titleLevel: TitleBand; region: string }): YearRequirement | null {
  if (!policy.regions.has(at.region)) throw new Refusal(400, 'unknown-region', '没有这个行政区划', 'region');
  return resolveRequirement(policy.requirements, { year: at.year, band: at.titleLevel, region: at.region });
}
