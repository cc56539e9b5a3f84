import { readFileSync } from 'node:fs';

/** A glyph as pdfkit reads it. `id` is unique in the font; stand-ins for missing characters have ids beyond the font's own. */
export interface Glyph {
  id: number;
  codePoints: number[];
  advanceWidth: number;
}

/**
 * A TrueType font opened once for the process and shared by every document. It reads only what a PDF needs and copies
 * raw outlines without shaping: Chinese text has no ligatures or kerning, and this is what makes a certificate cost
 * milliseconds (docs of the findings: opening per document 45 ms, shaping 8 ms, copying 3 ms).
 */
export interface OpenFont {
  postscriptName: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  lineGap: number;
  capHeight: number;
  xHeight: number;
  italicAngle: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  glyphCount: number;
  bytes: Buffer;
  table(tag: string): Buffer;
  /** 0 when the font lacks the character. */
  glyphId(codePoint: number): number;
  advanceOf(glyphId: number): number;
  /** Raw `glyf` bytes; empty for a blank glyph. */
  outline(glyphId: number): Buffer;
}

interface CmapGroup {
  start: number;
  end: number;
  glyph: number;
}

/** Reads format 12 of a cmap subtable: sorted groups of consecutive code points. */
function readGroups(cmap: Buffer): CmapGroup[] {
  const subtables = cmap.readUInt16BE(2);
  for (let i = 0; i < subtables; i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    if (cmap.readUInt16BE(at) !== 12) continue;
    const count = cmap.readUInt32BE(at + 12);
    return Array.from({ length: count }, (_, g) => {
      const row = at + 16 + g * 12;
      return { start: cmap.readUInt32BE(row), end: cmap.readUInt32BE(row + 4), glyph: cmap.readUInt32BE(row + 8) };
    });
  }
  throw new Error('The font has no Unicode character map of format 12');
}

function readTables(bytes: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const count = bytes.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const row = 12 + i * 16;
    const offset = bytes.readUInt32BE(row + 8);
    tables.set(bytes.toString('latin1', row, row + 4), bytes.subarray(offset, offset + bytes.readUInt32BE(row + 12)));
  }
  return tables;
}

/** The PostScript name (name id 6) in Windows encoding. */
function readPostscriptName(name: Buffer): string {
  const count = name.readUInt16BE(2);
  const strings = name.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const row = 6 + i * 12;
    if (name.readUInt16BE(row) !== 3 || name.readUInt16BE(row + 6) !== 6) continue;
    const start = strings + name.readUInt16BE(row + 10);
    return Buffer.from(name.subarray(start, start + name.readUInt16BE(row + 8)))
      .swap16()
      .toString('utf16le');
  }
  throw new Error('The font has no PostScript name');
}

/** Opens a TrueType file (outlines in `glyf`; CFF is refused: it costs three times as much). Throws on anything else. */
export function openFont(path: string): OpenFont {
  const bytes = readFileSync(path);
  const tables = readTables(bytes);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`${path} has no ${tag} table: a TrueType font is needed`);
    return found;
  };
  const [head, hhea, hmtx, loca, glyf, os2] = [table('head'), table('hhea'), table('hmtx'), table('loca'), table('glyf'), table('OS/2')];
  const groups = readGroups(table('cmap'));
  const metrics = hhea.readUInt16BE(34);
  const longOffsets = head.readInt16BE(50) === 1;
  const offset = (id: number): number => (longOffsets ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
  return {
    postscriptName: readPostscriptName(table('name')),
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    lineGap: hhea.readInt16BE(8),
    capHeight: os2.readInt16BE(88),
    xHeight: os2.readInt16BE(86),
    italicAngle: 0,
    bbox: { minX: head.readInt16BE(36), minY: head.readInt16BE(38), maxX: head.readInt16BE(40), maxY: head.readInt16BE(42) },
    glyphCount: table('maxp').readUInt16BE(4),
    bytes,
    table,
    glyphId(codePoint) {
      let low = 0;
      let high = groups.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const group = groups[middle] as CmapGroup;
        if (codePoint < group.start) high = middle - 1;
        else if (codePoint > group.end) low = middle + 1;
        else return group.glyph + codePoint - group.start;
      }
      return 0;
    },
    advanceOf: (id) => hmtx.readUInt16BE(Math.min(id, metrics - 1) * 4),
    outline: (id) => glyf.subarray(offset(id), offset(id + 1)),
  };
}
