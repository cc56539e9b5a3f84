import type { Settings } from '../policy/settings';

/** The last day (YYYY-MM-DD) on which hours of a year may be declared (D15). */
export function yearClosesOn(settings: Pick<Settings, 'declarationWindow'>, year: number): string {
  return `${year}-${settings.declarationWindow.closes}`;
}

/** Whether hours of a year may be declared today (YYYY-MM-DD): only within that year's own window (D15). */
export function declarationOpen(settings: Pick<Settings, 'declarationWindow'>, year: number, today: string): boolean {
  return today >= `${year}-${settings.declarationWindow.opens}` && today <= yearClosesOn(settings, year);
}
