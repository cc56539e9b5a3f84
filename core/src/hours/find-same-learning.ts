import type { SameLearning } from '../policy/learning-form';
import type { Period } from './check-span';

/** What tells one learning from another of the same person and form. */
export interface Learned extends Period {
  year: number;
  title: string;
}

const dayMilliseconds = 86_400_000;

/** A title without what people write differently: width of characters, case, spaces, punctuation and quotes. */
export function plainTitle(title: string): string {
  const plain = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '');
  return plain === '' ? title : plain;
}

/** The declaration, of the same person and form, that is the same learning by the form's rule (decisions 11 and 12, E09). */
export function findSameLearning<T extends Learned>(rule: SameLearning, one: Learned, others: readonly T[]): T | undefined {
  const title = plainTitle(one.title);
  return others.find((other) => plainTitle(other.title) === title && sameTime(rule, one, other));
}

function sameTime(rule: SameLearning, a: Learned, b: Learned): boolean {
  switch (rule) {
    case 'period':
      return a.year === b.year && a.startsOn === b.startsOn && a.endsOn === b.endsOn;
    case 'meeting':
      return !apart(a, b) && !apart(b, a);
    case 'work':
      return true;
  }
}

/** At least one day lies between the end of the one and the start of the other. */
const apart = (earlier: Period, later: Period): boolean => Date.parse(later.startsOn) - Date.parse(earlier.endsOn) > dayMilliseconds;
