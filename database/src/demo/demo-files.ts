import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A proof as uploaded: some hundred bytes of a real PDF or PNG. */
export interface DemoFile {
  bytes: Buffer;
  mime: 'application/pdf' | 'image/png';
  extension: 'pdf' | 'png';
  sha256: string;
}

const file = (bytes: Buffer, mime: DemoFile['mime'], extension: DemoFile['extension']): DemoFile => ({
  bytes,
  mime,
  extension,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** One page with a frame, a heading and lines of text (the standard font has Latin letters only). */
function pdfPage(heading: string, lines: readonly string[]): Buffer {
  const text = lines.map((line, i) => `BT /F1 13 Tf 90 ${640 - i * 26} Td (${line}) Tj ET`).join('\n');
  const stream = `0.6 0.1 0.1 RG 3 w 40 40 515 762 re S\n0.2 w 50 50 495 742 re S\nBT /F1 24 Tf 90 700 Td (${heading}) Tj ET\n${text}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(data.length, 0);
  named.copy(frame, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}

/** The picture with a text chunk before its end, which no reader shows. */
function withComment(png: Buffer, comment: string): Buffer {
  const end = png.length - 12;
  return Buffer.concat([png.subarray(0, end), chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1')), png.subarray(end)]);
}

/** A picture of a framed sheet with grey lines where the text would be and a red seal. */
function pngPage(width: number, height: number, shade: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height, 255);
  const colour = (x: number, y: number): [number, number, number] => {
    if (x < 6 || y < 6 || x >= width - 6 || y >= height - 6) return [160, 28, 28];
    const [dx, dy] = [x - width * 0.72, y - height * 0.72];
    const radius = Math.hypot(dx, dy);
    if (radius < width * 0.13 && (radius > width * 0.115 || radius < width * 0.03)) return [190, 60, 60];
    return y % 24 < 5 && x > 40 && x < width - 40 - ((y * shade) % 90) && y > 60 && y < height * 0.6 ? [120, 120, 120] : [253, 252, 247];
  };
  for (let y = 0; y < height; y++) {
    rows[y * (width * 3 + 1)] = 0;
    for (let x = 0; x < width; x++) rows.set(colour(x, y), y * (width * 3 + 1) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const headings = [
  'CERTIFICATE OF COMPLETION',
  'NOTICE OF TRAINING',
  'LETTER OF THE EMPLOYER',
  'PROOF OF ATTENDANCE',
  'TRANSCRIPT OF THE YEAR',
  'PROOF OF PUBLICATION',
];
const pictures = [3, 5, 7, 11].map((shade) => pngPage(420, 300, shade));

/**
 * The n-th proof: a PDF, every fifth a picture. Each differs by its number, because equal files of different declarations count as a
 * sign of a duplicate (X19). All of them say that they are invented.
 */
export function demoFile(n: number): DemoFile {
  if (n % 5 === 4) return file(withComment(pictures[n % pictures.length] as Buffer, `Demo picture ${n}`), 'image/png', 'png');
  const heading = headings[n % headings.length] as string;
  return file(
    pdfPage(heading, ['DEMO DATA - NOT A REAL DOCUMENT', `Sample No. ${n}`, 'Xueshi demo province', 'Issued for demonstration only']),
    'application/pdf',
    'pdf',
  );
}
