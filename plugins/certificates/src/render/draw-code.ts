import { create } from 'qrcode';

/** Modules of white around a QR code that readers need (ISO/IEC 18004). */
const quietZone = 4;

/**
 * Draws `text` as a QR code (error correction M) into the square of side `size` at x, y, quiet zone included. Runs of dark modules in a row
 * become one rectangle each, all in one path.
 */
export function drawCode(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = size / (modules.size + 2 * quietZone);
  doc.rect(x, y, size, size).fill('#ffffff');
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      doc.rect(x + (quietZone + start) * unit, y + (quietZone + row) * unit, (column - start + 1) * unit, unit);
    }
  }
  doc.fill('#111111');
}
