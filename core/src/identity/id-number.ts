const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';
/** Provinces of GB/T 2260, and 81–83 of the residence permits of Hong Kong, Macao and Taiwan residents. County codes of old numbers may be retired. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** The check digit of the first 17 digits of a citizen's number (GB 11643, ISO 7064 MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17.charAt(i)), 0);
  return checkDigits.charAt(sum % 11);
}

/**
 * Checks a citizen's number (GB 11643): province, a birth date that exists and is not after `today` (YYYY-MM-DD), check
 * digit. A small x counts as X. Answers the reason in Chinese, or null when the number is good. The wording is the source's (B07).
 */
export function checkIdNumber(id: string, today: string): string | null {
  const wrong = '身份证号非法';
  const number = id.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number) || !provinces.test(number)) return wrong;
  const birth = birthDateOf(number);
  if (!dayExists(birth) || birth < '1800-01-01' || birth > today) return wrong;
  return idCheckDigit(number.slice(0, 17)) === number.charAt(17) ? null : wrong;
}

/** The birth date in a checked number, YYYY-MM-DD. */
export function birthDateOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** The gender in a checked number: its 17th digit is odd for men. */
export function genderOf(id: string): 'male' | 'female' {
  return Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

function dayExists(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}
