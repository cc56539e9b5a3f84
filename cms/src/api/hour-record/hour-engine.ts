import type { Quote } from '@xueshi/core';
import type { ReviewEngine } from '@xueshi/plugin-review';

/** What of the review engine a declaration needs. */
export type HourEngine = Pick<ReviewEngine, 'submit' | 'correct'>;

/** Answer to a declaration that was taken in. */
export interface Submitted extends Quote {
  id: number;
  status: 'pending';
}
