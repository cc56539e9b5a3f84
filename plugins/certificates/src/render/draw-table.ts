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

/** Draws a ruled table; a text too long for its cell gets smaller and at last is cut. Returns the y of its lower edge. */
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
      type.fitted(cell.text, anchor, top + rowHeight / 2 + style.size * 0.36, space - 12, style, size * 0.7);
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
