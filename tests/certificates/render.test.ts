import { type CertificateFonts, openFonts } from '../../plugins/certificates/src/render/open-fonts';
import { renderCertificate } from '../../plugins/certificates/src/render/render-certificate';
import { splitRuns } from '../../plugins/certificates/src/render/typesetter';
import { issuedSnapshot } from '../../plugins/certificates/src/snapshot';

const fonts = openFonts('');
const entry = { formName: '培训、研修活动', title: '学'.repeat(200), startsOn: '2026-01-01', endsOn: '2026-12-31', hours: 999.5 };
const certificate = (snapshot: object) => ({
  number: '豫专继-2026-410100-0001234',
  edition: 2,
  verificationCode: 'ABCD-2345-WXYZ',
  issuedAt: new Date('2026-11-24T03:00:00Z'),
  verificationUrl: 'https://example.invalid/verify/%E8%B1%AB-1',
  snapshot: issuedSnapshot.parse({
    name: '测试',
    maskedIdNumber: '4101**********1234',
    organizationName: '演示单位',
    titleLevel: '中级',
    year: 2026,
    generalHours: 30,
    specialtyHours: 60,
    requiredGeneral: 30,
    requiredSpecialty: 60,
    heading: '专业技术人员继续教育证书',
    issuer: '演示厅',
    ...snapshot,
  }),
});

test('the same certificate gives the same bytes', async () => {
  const first = await renderCertificate(certificate({}), fonts);
  const second = await renderCertificate(certificate({}), fonts);
  expect(first.pdf.equals(second.pdf)).toBe(true);
  expect(first.missing).toEqual([]);
});

test('stays one page of moderate size with the longest texts allowed', async () => {
  const { pdf, missing } = await renderCertificate(
    certificate({
      name: '名'.repeat(60),
      organizationName: '位'.repeat(120),
      titleName: '职'.repeat(60),
      flags: Array(10).fill('注'.repeat(120)),
      entries: Array(200).fill(entry),
    }),
    fonts,
  );
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf.length).toBeLessThan(150_000);
  expect(missing).toEqual([]);
});

test('tells which characters no font has', async () => {
  expect((await renderCertificate(certificate({ name: '王𠮷𪚥' }), fonts)).missing.sort()).toEqual(['𠮷', '𪚥'].sort());
});

test('a character the main font lacks is set in the fallback, the rest is not', () => {
  const withFallback: CertificateFonts = { ...fonts, fallback: { ...fonts.regular, glyphId: (codePoint) => (codePoint === 0x20bb7 ? 7 : 0) } };
  expect(splitRuns('王𠮷明𪚥', 'bold', withFallback)).toEqual([
    { font: 'bold', text: '王' },
    { font: 'fallback', text: '𠮷' },
    { font: 'bold', text: '明𪚥' },
  ]);
});
