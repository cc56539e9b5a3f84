import type { Requirement, TitleBand } from '../policy/requirement';

/** The yearly standard of one person, in hours. */
export interface YearRequirement {
  year: number;
  generalHours: number;
  specialtyHours: number;
  totalHours: number;
}

/**
 * The standard of a year for a title band and a region (GB/T 2260, six digits), out of the dated rows (F01–F04).
 * The fitting row with the highest priority holds; among equals the one that began last. Null: no standard for that year.
 */
export function resolveRequirement(rows: readonly Requirement[], at: { year: number; band: TitleBand; region: string }): YearRequirement | null {
  const [row] = rows
    .filter((r) => r.enabled && r.yearFrom <= at.year && (r.yearTo === null || at.year <= r.yearTo))
    .filter((r) => r.bands === undefined || r.bands.includes(at.band))
    .filter((r) => r.regionPrefixes === undefined || r.regionPrefixes.some((prefix) => at.region.startsWith(prefix)))
    .filter((r) => !r.excludedRegions.includes(at.region))
    .sort((a, b) => b.priority - a.priority || b.yearFrom - a.yearFrom || (a.code < b.code ? -1 : 1));
  if (row === undefined) return null;
  const { generalHours, specialtyHours } = row;
  return { year: at.year, generalHours, specialtyHours, totalHours: generalHours + specialtyHours };
}
