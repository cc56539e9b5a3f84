import { type TitleBand, titleBands } from '../policy/requirement';
import type { Settings } from '../policy/settings';

/** Remarks of an annual result (`annual_results.flags`), as shown to people. */
export const annualFlags = {
  titleHistoryMissing: '职称取得时间缺失，按现有职称认定',
  requirementReduced: '按实际在岗时间折算',
} as const;

/**
 * The band of the highest title in force on a day (YYYY-MM-DD, by decision 9 the 31st of December of the year); no title:
 * junior. A title without a date counts as held all along; when it decides, the result carries a flag.
 */
export function titleBandOn(
  titles: readonly { levelCode: string; obtainedOn: string | null }[],
  on: string,
  bands: Settings['titleBands'],
): { band: TitleBand; flag: string | null } {
  const highest = (candidates: typeof titles) => Math.max(0, ...candidates.map((title) => titleBands.indexOf(bands[title.levelCode] ?? 'junior')));
  const dated = highest(titles.filter((title) => title.obtainedOn !== null && title.obtainedOn <= on));
  const undated = highest(titles.filter((title) => title.obtainedOn === null));
  const band = titleBands[Math.max(dated, undated)] ?? 'junior';
  return { band, flag: undated > dated ? annualFlags.titleHistoryMissing : null };
}
