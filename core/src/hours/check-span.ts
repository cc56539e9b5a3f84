import { Refusal } from '../contracts/refusal';
import type { Scalar } from '../policy/condition';
import type { LearningForm } from '../policy/learning-form';

/** First and last day of the learning, both counted, `YYYY-MM-DD`. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

const dayMilliseconds = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days of a period, its first and last included. */
export const daysOf = ({ startsOn, endsOn }: Period): number => Math.round((at(endsOn) - at(startsOn)) / dayMilliseconds) + 1;

/** Complete months of a period, and whether days are left over: 6 months are 01-31 to 07-30; the 31st of July is a day more. */
export function monthsOf({ startsOn, endsOn }: Period): { complete: number; more: boolean } {
  const start = new Date(at(startsOn));
  const after = new Date(at(endsOn) + dayMilliseconds);
  let complete = (after.getUTCFullYear() - start.getUTCFullYear()) * 12 + after.getUTCMonth() - start.getUTCMonth();
  while (monthLater(start, complete) > after.getTime()) complete -= 1;
  return { complete, more: monthLater(start, complete) < after.getTime() };
}

/** The same day some months later; a month without it ends one day sooner. */
function monthLater(start: Date, months: number): number {
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, Math.min(start.getUTCDate(), last));
}

/**
 * The days or months a declaration counts must lie within its period: fields with `spans`. A part of a month beyond the complete ones is
 * admitted when days are left over, since only complete months and “more than” are ever counted. Refuses with 400 naming `values.<field>`.
 */
export function checkSpan(form: LearningForm, values: Readonly<Record<string, Scalar>>, period: Period): void {
  for (const { name, label, spans } of form.fields) {
    const value = values[name];
    if (spans === undefined || typeof value !== 'number') continue;
    if (spans === 'days') {
      const days = daysOf(period);
      if (value > days) throw new Refusal(400, 'invalid', `“${label}”超过起止时间：${period.startsOn} 至 ${period.endsOn} 共 ${days} 天`, `values.${name}`);
      continue;
    }
    const { complete, more } = monthsOf(period);
    if (Math.floor(value) > complete || (value > complete && !more)) {
      const text = `${period.startsOn} 至 ${period.endsOn} 满 ${complete} 个月`;
      throw new Refusal(400, 'invalid', `“${label}”超过起止时间：${text}`, `values.${name}`);
    }
  }
}
