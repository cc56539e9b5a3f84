import type { Typesetter } from './typesetter';

export const colors = { red: '#a01c1c', gold: '#b08d3e', pale: '#f4ecd8', ink: '#222222', grey: '#666666' };

/** A4 landscape, points. */
export const page = { width: 841.89, height: 595.28 };

/** Draws the border with its corners and the faint rosette in the middle. */
export function drawFrame(doc: PDFKit.PDFDocument): void {
  const { width, height } = page;
  doc.rect(0, 0, width, height).fill('#fffdf8');
  drawRosette(doc, width / 2, height / 2 + 14);
  doc
    .lineWidth(4)
    .rect(24, 24, width - 48, height - 48)
    .stroke(colors.red);
  doc
    .lineWidth(0.8)
    .rect(31, 31, width - 62, height - 62)
    .stroke(colors.gold);
  doc
    .lineWidth(0.8)
    .rect(36, 36, width - 72, height - 72)
    .stroke(colors.gold);
  for (const [x, y, right, down] of [
    [36, 36, 1, 1],
    [width - 36, 36, -1, 1],
    [36, height - 36, 1, -1],
    [width - 36, height - 36, -1, -1],
  ] as const) {
    drawCorner(doc, x, y, right, down);
  }
}

/** A fret of nested right angles, the corner ornament of printed certificates. */
function drawCorner(doc: PDFKit.PDFDocument, x: number, y: number, right: 1 | -1, down: 1 | -1): void {
  const at = (dx: number, dy: number): [number, number] => [x + dx * right, y + dy * down];
  doc.lineWidth(1.6).strokeColor(colors.red);
  const fret: [number, number][] = [
    [0, 40],
    [20, 40],
    [20, 20],
    [10, 20],
    [10, 30],
  ];
  for (const mirrored of [false, true]) {
    fret.forEach(([dx, dy], i) => {
      const point = mirrored ? at(dy, dx) : at(dx, dy);
      if (i === 0) doc.moveTo(...point);
      else doc.lineTo(...point);
    });
    doc.stroke();
  }
  doc.rect(Math.min(x, x + 6 * right), Math.min(y, y + 6 * down), 6, 6).fill(colors.red);
}

function drawRosette(doc: PDFKit.PDFDocument, x: number, y: number): void {
  doc.save().lineWidth(0.5).strokeColor(colors.pale);
  for (let turn = 0; turn < 180; turn += 7.5) {
    doc
      .save()
      .rotate(turn, { origin: [x, y] })
      .ellipse(x, y, 210, 78)
      .stroke()
      .restore();
  }
  doc.circle(x, y, 212).stroke();
  doc.restore();
}

/** The five-pointed star with the issuer's name along the upper arc: the look of a seal, centred at x, y. */
export function drawSeal(doc: PDFKit.PDFDocument, type: Typesetter, issuer: string, x: number, y: number, radius: number): void {
  doc.save().opacity(0.66);
  doc.lineWidth(2.6).circle(x, y, radius).stroke(colors.red);
  for (let point = 0; point < 10; point++) {
    const angle = -Math.PI / 2 + (point * Math.PI) / 5;
    const distance = (point % 2 === 0 ? 0.3 : 0.115) * radius;
    const position: [number, number] = [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
    if (point === 0) doc.moveTo(...position);
    else doc.lineTo(...position);
  }
  doc.closePath().fill(colors.red);
  const characters = Array.from(issuer);
  const step = Math.min(24, 236 / Math.max(1, characters.length - 1));
  const size = Math.min(13, radius * 0.24);
  characters.forEach((character, i) => {
    const turn = (i - (characters.length - 1) / 2) * step;
    doc.save().rotate(turn, { origin: [x, y] });
    type.line(character, x, y - radius * 0.7, { size, weight: 'bold', color: colors.red, align: 'center' });
    doc.restore();
  });
  type.line('电子证书专用章', x, y + radius * 0.66, { size: radius * 0.16, weight: 'bold', color: colors.red, align: 'center' });
  doc.restore();
}
