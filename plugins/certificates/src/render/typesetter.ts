import type { CertificateFonts } from './open-fonts';
import { type PdfFont, pdfFont } from './pdf-font';

export type Weight = 'regular' | 'bold';
type FontName = Weight | 'fallback';

export interface TextStyle {
  size: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'center' | 'right';
  /** Extra space after each character, in points. */
  spacing?: number;
}

/** Sets single lines of text on a document, each character in a font that has it. Coordinates are points; y is the baseline. */
export interface Typesetter {
  width(text: string, style: TextStyle): number;
  /** Draws `text` at its anchor: the left end, the middle or the right end according to `align`. */
  line(text: string, x: number, y: number, style: TextStyle): void;
  /** Draws `text` into `width`: smaller down to `smallest`, and below that cut with an ellipsis. */
  fitted(text: string, x: number, y: number, width: number, style: TextStyle, smallest: number): void;
  /** Characters no font had: they stand as 〓. */
  missing(): string[];
}

/** Splits `text` where the font changes. */
export function splitRuns(text: string, main: FontName, fonts: CertificateFonts): { font: FontName; text: string }[] {
  const runs: { font: FontName; text: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const mainHas = main === 'fallback' || fonts[main].glyphId(codePoint) !== 0;
    const font = !mainHas && fonts.fallback && fonts.fallback.glyphId(codePoint) !== 0 ? 'fallback' : main;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}

export function typesetter(doc: PDFKit.PDFDocument, fonts: CertificateFonts): Typesetter {
  const used: PdfFont[] = [];
  const register = (name: FontName, font: PdfFont): void => {
    used.push(font);
    // pdfkit takes any object with `layout` (PDFFontFactory.open); its published types know of files only.
    doc.registerFont(name, font as unknown as Buffer);
  };
  register('regular', pdfFont(fonts.regular));
  register('bold', pdfFont(fonts.bold));
  if (fonts.fallback) register('fallback', pdfFont(fonts.fallback));

  const measured = (text: string, style: TextStyle) =>
    splitRuns(text, style.weight ?? 'regular', fonts).map((run) => ({
      ...run,
      width: doc
        .font(run.font)
        .fontSize(style.size)
        .widthOfString(run.text, { characterSpacing: style.spacing ?? 0 }),
    }));
  const width = (text: string, style: TextStyle): number => measured(text, style).reduce((sum, run) => sum + run.width, 0);
  const line = (text: string, x: number, y: number, style: TextStyle): void => {
    const runs = measured(text, style);
    const total = runs.reduce((sum, run) => sum + run.width, 0);
    let at = x - (style.align === 'right' ? total : style.align === 'center' ? total / 2 : 0);
    doc.fillColor(style.color ?? '#222222');
    for (const run of runs) {
      doc
        .font(run.font)
        .fontSize(style.size)
        .text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.spacing ?? 0 });
      at += run.width;
    }
  };
  return {
    width,
    line,
    fitted(text, x, y, space, style, smallest) {
      // Widths grow in proportion to the size: one measurement finds it.
      const natural = width(text, style);
      const size = natural <= space ? style.size : Math.max(smallest, Math.floor((style.size * space * 2) / natural) / 2);
      const fits = (shown: string): boolean => width(shown, { ...style, size }) <= space;
      if (fits(text)) return line(text, x, y, { ...style, size });
      const characters = Array.from(text);
      const cut = (length: number): string => `${characters.slice(0, length).join('')}…`;
      let kept = 0;
      let over = characters.length;
      while (over - kept > 1) {
        const middle = (kept + over) >> 1;
        if (fits(cut(middle))) kept = middle;
        else over = middle;
      }
      return line(cut(kept), x, y, { ...style, size });
    },
    missing: () => [...new Set(used.flatMap((font) => [...font.missing]))],
  };
}
