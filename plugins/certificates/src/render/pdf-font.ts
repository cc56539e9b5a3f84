import type { Glyph, OpenFont } from './open-font';
import { type FontSubset, subsetFont } from './subset-font';

/** 〓, the printers' sign for a sort that is missing from the case. */
const standInCodePoint = 0x3013;

interface GlyphRun {
  glyphs: Glyph[];
  positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth?: number }[];
  advanceWidth: number;
}

/**
 * The font object pdfkit takes instead of a file: one per document and weight, over the shared open font.
 * A character the font lacks is drawn as 〓, keeps its own code point in the extracted text and is reported in `missing`;
 * it is never left to an empty box.
 */
export interface PdfFont {
  postscriptName: string;
  missing: ReadonlySet<string>;
  layout(text: string): GlyphRun;
  getGlyph(id: number): Glyph;
  createSubset(): FontSubset;
}

/** Makes the document's view of `font`. */
export function pdfFont(font: OpenFont): PdfFont {
  const standIn = font.glyphId(standInCodePoint);
  const missing = new Set<string>();
  const standInKeys = new Map<number, number>();
  const outlineOf = (key: number): number => (key < font.glyphCount ? key : standIn);
  const glyphOf = (codePoint: number): Glyph => {
    let id = font.glyphId(codePoint);
    if (id === 0) {
      missing.add(String.fromCodePoint(codePoint));
      id = standInKeys.get(codePoint) ?? font.glyphCount + standInKeys.size;
      standInKeys.set(codePoint, id);
    }
    return { id, codePoints: [codePoint], advanceWidth: font.advanceOf(outlineOf(id)) };
  };
  return {
    ...metricsOf(font),
    missing,
    layout(text) {
      const glyphs = Array.from(text, (character) => glyphOf(character.codePointAt(0) as number));
      const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
      return {
        glyphs,
        positions,
        // pdfkit scales the positions in place and reads the sum afterwards.
        get advanceWidth() {
          return positions.reduce((sum, position) => sum + position.xAdvance, 0);
        },
      };
    },
    getGlyph: (id) => ({ id, codePoints: [], advanceWidth: font.advanceOf(id) }),
    createSubset: () => subsetFont(font, outlineOf),
  };
}

/** The figures pdfkit writes into the font descriptor, under the names fontkit uses. */
function metricsOf(font: OpenFont) {
  const { postscriptName, unitsPerEm, ascent, descent, lineGap, capHeight, xHeight, italicAngle, bbox } = font;
  return {
    postscriptName,
    unitsPerEm,
    ascent,
    descent,
    lineGap,
    capHeight,
    xHeight,
    italicAngle,
    bbox,
    post: { isFixedPitch: false },
    head: { macStyle: { italic: false } },
  };
}
