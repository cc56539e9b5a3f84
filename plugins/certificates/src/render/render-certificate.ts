import PDFDocument from 'pdfkit';
import { type IssuedSnapshot, totalOf } from '../snapshot';
import { drawCode } from './draw-code';
import { colors, drawFrame, drawSeal, page } from './draw-frame';
import { type Cell, drawTable } from './draw-table';
import type { CertificateFonts } from './open-fonts';
import { type Typesetter, typesetter } from './typesetter';

export interface CertificateDocument {
  number: string;
  edition: number;
  verificationCode: string;
  issuedAt: Date;
  /** Where the QR code leads. */
  verificationUrl: string;
  snapshot: IssuedSnapshot;
}

const left = 64;
const right = page.width - 64;
const entryLines = 5;

/** The address to type; the code stands beside it. */
const withoutQuery = (url: string): string => url.replace(/\?.*$/, '');

const chineseDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
const label = (text: string): Cell => ({ text, style: { weight: 'bold', color: colors.grey } });

function drawHeading(type: Typesetter, doc: PDFKit.PDFDocument, certificate: CertificateDocument): void {
  const middle = page.width / 2;
  type.fitted(certificate.snapshot.heading, middle, 104, right - left, { size: 31, weight: 'bold', color: colors.red, align: 'center', spacing: 3 }, 18);
  doc.lineWidth(0.8).strokeColor(colors.gold);
  doc
    .moveTo(middle - 190, 122)
    .lineTo(middle - 8, 122)
    .moveTo(middle + 8, 122)
    .lineTo(middle + 190, 122)
    .stroke();
  doc
    .moveTo(middle, 118)
    .lineTo(middle + 4, 122)
    .lineTo(middle, 126)
    .lineTo(middle - 4, 122)
    .closePath()
    .fill(colors.gold);
  type.line(`证书编号：${certificate.number}`, right, 148, { size: 11, align: 'right' });
  if (certificate.edition > 1) type.line(`第 ${certificate.edition} 版（更正后重新核发，此前版本作废）`, left, 148, { size: 10, color: colors.grey });
}

function drawPerson(type: Typesetter, doc: PDFKit.PDFDocument, snapshot: IssuedSnapshot): number {
  const title = snapshot.titleName === '' ? snapshot.titleLevel : `${snapshot.titleName}（${snapshot.titleLevel}）`;
  return drawTable(doc, type, {
    x: left,
    y: 160,
    columns: [90, 290, 110, right - left - 490],
    rowHeight: 27,
    size: 12.5,
    rows: [
      [label('姓　　名'), { text: snapshot.name, style: { weight: 'bold', size: 14 } }, label('身份证号'), { text: snapshot.maskedIdNumber }],
      [label('工作单位'), { text: snapshot.organizationName }, label('专业技术职务'), { text: title }],
      [label('认证年度'), { text: `${snapshot.year} 年度` }, label('年度认定结果'), { text: '通　过', style: { weight: 'bold', size: 14, color: colors.red } }],
    ],
  });
}

function drawHours(type: Typesetter, doc: PDFKit.PDFDocument, snapshot: IssuedSnapshot, y: number): number {
  const row = (name: string, earned: number, required: number, style: Cell['style'] = {}): Cell[] => [
    { text: name, style },
    { text: String(earned), style },
    { text: String(required), style },
    { text: earned >= required ? '达标' : '未达标', style },
  ];
  const total = { weight: 'bold' } as const;
  const width = snapshot.entries.length === 0 ? right - left : 300;
  return drawTable(doc, type, {
    x: left,
    y,
    columns: [0.28, 0.25, 0.25, 0.22].map((part) => part * width),
    rowHeight: 27,
    size: 12,
    headerRows: 1,
    rows: [
      [{ text: '科目' }, { text: '认定学时' }, { text: '规定学时' }, { text: '结果' }],
      row('公需科目', snapshot.generalHours, snapshot.requiredGeneral),
      row('专业科目', snapshot.specialtyHours, snapshot.requiredSpecialty),
      row('合　　计', totalOf(snapshot.generalHours, snapshot.specialtyHours), totalOf(snapshot.requiredGeneral, snapshot.requiredSpecialty), total),
    ],
  });
}

function drawEntries(type: Typesetter, doc: PDFKit.PDFDocument, snapshot: IssuedSnapshot, y: number): void {
  if (snapshot.entries.length === 0) return;
  const rest = snapshot.entries.length - entryLines;
  const shown = rest > 0 ? snapshot.entries.slice(0, entryLines - 1) : snapshot.entries;
  const rows: Cell[][] = shown.map((entry) => [
    { text: entry.formName },
    { text: entry.title, style: { align: 'left' } },
    { text: entry.startsOn === entry.endsOn ? entry.startsOn : `${entry.startsOn}～${entry.endsOn.slice(5)}` },
    { text: String(entry.hours) },
  ]);
  if (rest > 0) rows.push([{ text: `另有 ${snapshot.entries.length - shown.length} 项学习内容，已计入上列学时`, span: 4, style: { color: colors.grey } }]);
  const width = right - left - 316;
  drawTable(doc, type, {
    x: left + 316,
    y,
    columns: [0.25, 0.4, 0.25, 0.1].map((part) => part * width),
    rowHeight: 18,
    size: 9,
    headerRows: 1,
    rows: [[{ text: '学习形式' }, { text: '主要学习内容' }, { text: '起止时间' }, { text: '学时' }], ...rows],
  });
}

function drawFoot(type: Typesetter, doc: PDFKit.PDFDocument, certificate: CertificateDocument): void {
  const { snapshot } = certificate;
  const top = 430;
  drawCode(doc, certificate.verificationUrl, left, top, 104);
  const textLeft = left + 116;
  type.line('扫描二维码或访问下列网址，输入证书编号查验真伪', textLeft, top + 28, { size: 9.5 });
  type.fitted(decodeURI(withoutQuery(certificate.verificationUrl)), textLeft, top + 46, 280, { size: 9.5, color: colors.grey }, 6);
  type.line(`校验码：${certificate.verificationCode}`, textLeft, top + 64, { size: 9.5 });
  type.line('本证书为电子证书，内容以平台查验结果为准', textLeft, top + 82, { size: 9.5, color: colors.grey });
  const middle = right - 176;
  type.line(`发证机关：${snapshot.issuer}`, middle, top + 50, { size: 13, weight: 'bold', align: 'center' });
  type.line(`发证日期：${chineseDay.format(certificate.issuedAt)}`, middle, top + 78, { size: 13, align: 'center' });
  // Over the end of the issuer's name, as a seal is put, and pale enough for the name to be read.
  drawSeal(doc, type, snapshot.issuer, right - 52, top + 50, 54);
}

function drawNotes(type: Typesetter, snapshot: IssuedSnapshot): void {
  type.line('经审核，上述人员在认证年度内完成规定的继续教育学时，特发此证。', left + 26, 394, { size: 14 });
  const missing = type.missing().map((character) => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase()}`);
  const notes = [...snapshot.flags, ...(missing.length > 0 ? [`“〓”为字库暂缺的字（${missing.join('、')}），以平台记录为准`] : [])];
  if (notes.length > 0) type.fitted(`备注：${notes.join('；')}。`, left + 26, 416, right - left - 26, { size: 10.5, color: colors.grey }, 7);
}

/**
 * Draws a certificate as one A4 landscape page with extractable text. `missing` are the characters no font had: they
 * stand as 〓 and are named in the remarks. Same input, same bytes.
 */
export async function renderCertificate(certificate: CertificateDocument, fonts: CertificateFonts): Promise<{ pdf: Buffer; missing: string[] }> {
  const { snapshot } = certificate;
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    font: '',
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `${snapshot.heading} ${certificate.number}`, Author: snapshot.issuer, CreationDate: certificate.issuedAt, ModDate: certificate.issuedAt },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const type = typesetter(doc, fonts);
  drawFrame(doc);
  drawHeading(type, doc, certificate);
  const y = drawPerson(type, doc, snapshot) + 14;
  drawHours(type, doc, snapshot, y);
  drawEntries(type, doc, snapshot, y);
  drawNotes(type, snapshot);
  drawFoot(type, doc, certificate);
  doc.end();
  await finished;
  return { pdf: Buffer.concat(parts), missing: type.missing() };
}
