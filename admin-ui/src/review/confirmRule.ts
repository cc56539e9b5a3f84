import type { SessionAnswer } from '@xueshi/core';
import type { HourRecordDetail } from './hourRecord';

/**
 * Whether the field for 核定学时 is offered (decision 15): to the office its route names as long as none has set the figure, and to a bureau,
 * which may lower it. Only what is offered: the server decides.
 */
export function offersConfirmedHours(record: HourRecordDetail, { membership }: SessionAnswer): 'set' | 'lower' | null {
  if (!record.actions.includes('approve') || record.subject === 'both') return null;
  if (record.confirmingOrganizationId === membership.organizationId && record.confirmedHours === null) return 'set';
  return membership.organizationKind === 'bureau' ? 'lower' : null;
}
