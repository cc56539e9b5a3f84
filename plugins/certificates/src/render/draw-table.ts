import { colors } from './draw-frame';
import type { TextStyle, Typesetter } from './typesetter';

export interface Cell {
  text: string;
  /** Columns it covers, 1 unless told. */
  span?: number;
  style?: Partial<TextStyle>;
}

export interface Table {
  x: number;
  y: number;
  columns: number[];
  rowHeight: number;
  size: number;
  /** Rows drawn on the pale ground. */
  headerRows?: number;
  rows: Cell[][];
}

/** Draws a ruled table; a text too long for its cell gets smaller, then two lines where the row is high enough, and at last is cut. Returns the y of its lower edge. */
export function drawTable(doc: PDFKit.PDFDocument, type: Typesetter, table: Table): number {
  const { x, y, columns, rowHeight, size, headerRows = 0, rows } = table;
  const width = columns.reduce((sum, column) => sum + column, 0);
  if (headerRows > 0) doc.rect(x, y, width, headerRows * rowHeight).fill(colors.pale);
  rows.forEach((row, i) => {
    const top = y + i * rowHeight;
    let left = x;
    let column = 0;
    for (const cell of row) {
      const end = column + (cell.span ?? 1);
      const space = columns.slice(column, end).reduce((sum, part) => sum + part, 0);
      const style: TextStyle = { size, align: 'center', ...(i < headerRows ? { weight: 'bold' } : {}), ...cell.style };
      const anchor = style.align === 'left' ? left + 6 : style.align === 'right' ? left + space - 6 : left + space / 2;
      drawText(type, cell.text, { anchor, middle: top + rowHeight / 2, space: space - 12, rowHeight }, style);
      left += space;
      column = end;
      doc
        .moveTo(left, top)
        .lineTo(left, top + rowHeight)
        .lineWidth(0.6)
        .stroke(colors.gold);
    }
  });
  const bottom = y + rows.length * rowHeight;
  for (let i = 0; i <= rows.length; i++)
    doc
      .moveTo(x, y + i * rowHeight)
      .lineTo(x + width, y + i * rowHeight)
      .lineWidth(0.6)
      .stroke(colors.gold);
  doc.moveTo(x, y).lineTo(x, bottom).lineWidth(0.6).stroke(colors.gold);
  return bottom;
}

/** One line, smaller if need be; in a high row two lines before anything is cut: the name of a unit must stand in full. */
function drawText(type: Typesetter, text: string, at: { anchor: number; middle: number; space: number; rowHeight: number }, style: TextStyle): void {
  const { anchor, middle, space, rowHeight } = at;
  const smallest = style.size * 0.7;
  if (rowHeight < 24 || type.width(text, style) * 0.75 <= space) {
    type.fitted(text, anchor, middle + style.size * 0.36, space, style, smallest);
    return;
  }
  const characters = Array.from(text);
  const half = Math.ceil(characters.length / 2);
  const small = { ...style, size: Math.min(style.size * 0.8, rowHeight * 0.38) };
  type.fitted(characters.slice(0, half).join(''), anchor, middle - small.size * 0.22, space, small, small.size * 0.6);
  type.fitted(characters.slice(half).join(''), anchor, middle + small.size * 0.98, space, small, small.size * 0.6);
}
