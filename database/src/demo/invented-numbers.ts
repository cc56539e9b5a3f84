import { creditCheckDigit, idCheckDigit } from '@xueshi/core';

/**
 * The n-th invented ID number: the address code 410199 was never given to any county, so that no living person can have it; the birth date
 * and the check digit are valid. `birth` is YYYY-MM-DD; odd order numbers are men's.
 */
export function inventedIdNumber(birth: string, order: number, area = '410199'): string {
  const seventeen = `${area}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return seventeen + idCheckDigit(seventeen);
}

/** The n-th invented credit code; `prefix` says the kind of body (11 office, 12 institution, 91 enterprise). */
export function inventedCreditCode(prefix: string, n: number): string {
  const seventeen = `${prefix}410199DEM${String(n).padStart(6, '0')}`;
  return seventeen + creditCheckDigit(seventeen);
}

/** A mobile number of the invented block 199 0000. */
export const inventedMobile = (n: number): string => `1990000${String(n % 10_000).padStart(4, '0')}`;
