const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check digit of the first 17 characters of a unified social credit code (GB 32100). */
export function creditCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17.charAt(i)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Checks a unified social credit code (GB 32100). Answers the reason in Chinese, or null when the code is good. */
export function checkCreditCode(code: string): string | null {
  const value = code.toUpperCase();
  if (value.length !== 18) return '统一社会信用代码应为18位';
  if (!/^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(value)) return '统一社会信用代码含有不允许的字符';
  return creditCheckDigit(value.slice(0, 17)) === value.charAt(17) ? null : '统一社会信用代码校验位不正确';
}
