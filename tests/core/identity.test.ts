import { birthDateOf, checkCreditCode, checkIdNumber, creditCheckDigit, genderOf, idCheckDigit, maskIdNumber, maskMobile, maskName } from '@xueshi/core';
import fc from 'fast-check';

const today = '2026-11-24';
const withCheck = (first17: string) => first17 + idCheckDigit(first17);

describe("citizen's numbers (GB 11643)", () => {
  test('the examples of the standard are good', () => {
    expect(checkIdNumber('11010519491231002X', today)).toBeNull();
    expect(checkIdNumber('11010519491231002x', today)).toBeNull();
    expect(checkIdNumber('440524188001010014', today)).toBeNull();
  });

  test.each([
    ['a wrong check digit', '110105194912310021'],
    ['31 February', withCheck('41010519900231001')],
    ['29 February of a common year', withCheck('41010520230229001')],
    ['month 13', withCheck('41010519901301001')],
    ['day 0', withCheck('41010519900100001')],
    ['tomorrow', withCheck('41010520261125001')],
    ['a year nobody was born in', withCheck('41010517991231001')],
    ['no such province', withCheck('99010519900101001')],
    ['fifteen digits', '410105900101001'],
    ['an X inside', '4101051990010100X1'],
    ['full-width digits', '４１０１０５１９９００１０１００１１'],
    ['nothing', ''],
    ['blanks', `${withCheck('41010519900101001')} `],
  ])('%s', (_, id) => {
    expect(checkIdNumber(id, today)).toBe('身份证号非法');
  });

  test('29 February of a leap year and today are birth dates', () => {
    expect(checkIdNumber(withCheck('41010520240229001'), today)).toBeNull();
    expect(checkIdNumber(withCheck('41010520261124001'), today)).toBeNull();
  });

  test('one digit changed or two neighbours exchanged is always found', () => {
    const number = fc
      .tuple(fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
      .map(([birth, n]) => {
        return withCheck(`410105${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(n).padStart(3, '0')}`);
      });
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        expect(checkIdNumber(id, today)).toBeNull();
        if (id.charAt(at) !== 'X') {
          const changed = id.slice(0, at) + ((Number(id.charAt(at)) + by) % 10) + id.slice(at + 1);
          expect(checkIdNumber(changed, today)).not.toBeNull();
        }
        const swapped = id.slice(0, at) + id.slice(at + 1, at + 2) + id.charAt(at) + id.slice(at + 2);
        if (swapped !== id) expect(checkIdNumber(swapped, today)).not.toBeNull();
      }),
      { seed: 20260110, numRuns: 2000 },
    );
  });

  test('birth date and gender', () => {
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
    expect([genderOf('11010519491231002X'), genderOf('440524188001010014')]).toEqual(['female', 'male']);
  });
});

describe('credit codes (GB 32100)', () => {
  test('the example of the standard is good, in small letters too', () => {
    expect(checkCreditCode('91350100M000100Y43')).toBeNull();
    expect(checkCreditCode('91350100m000100y43')).toBeNull();
  });

  test.each([
    ['91350100M000100Y44', '统一社会信用代码校验位不正确'],
    ['91350100M000100Y4', '统一社会信用代码应为18位'],
    ['12345678-9', '统一社会信用代码应为18位'],
    ['91350100I000100Y43', '统一社会信用代码含有不允许的字符'],
    ['9135O100M000100Y43', '统一社会信用代码含有不允许的字符'],
    ['000000000000000000', '统一社会信用代码含有不允许的字符'],
  ])('%s: %s', (code, reason) => {
    expect(checkCreditCode(code)).toBe(reason);
  });

  test('one character changed is always found', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...alphabet),
        (body, at, other) => {
          const first17 = `91410100${body.join('')}`;
          const code = first17 + creditCheckDigit(first17);
          expect(checkCreditCode(code)).toBeNull();
          const changed = code.slice(0, at) + other + code.slice(at + 1);
          if (changed !== code) expect(checkCreditCode(changed)).not.toBeNull();
        },
      ),
      { seed: 20260111, numRuns: 2000 },
    );
  });
});

describe('masks', () => {
  test('show what they promise and no more', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
    expect(maskMobile('13812345678')).toBe('138****5678');
    expect(['王', '王芳', '王小明', '欧阳小明', '𬱖某某'].map(maskName)).toEqual(['*', '王*', '王*明', '欧**明', '𬱖*某']);
    expect([maskIdNumber('1234'), maskIdNumber(''), maskMobile('123')]).toEqual(['****', '', '***']);
  });

  test('never let a longer piece of the text through', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 9, maxLength: 30, unit: fc.constantFrom(...'0123456789') }), (text) => {
        const masked = maskIdNumber(text);
        expect(masked).toHaveLength(text.length);
        expect(masked.slice(4, -4)).toBe('*'.repeat(text.length - 8));
      }),
      { seed: 20260112 },
    );
  });
});
