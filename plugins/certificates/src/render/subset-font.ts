import type { OpenFont } from './open-font';

const compoundFlags = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 };

/** Offsets of the component ids inside a compound outline; none for a simple one. */
function componentOffsets(outline: Buffer): number[] {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return [];
  const offsets: number[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = outline.readUInt16BE(at);
    offsets.push(at + 2);
    at += 4 + (flags & compoundFlags.wordArguments ? 4 : 2);
    if (flags & compoundFlags.scale) at += 2;
    else if (flags & compoundFlags.twoScales) at += 4;
    else if (flags & compoundFlags.matrix) at += 8;
    more = (flags & compoundFlags.more) !== 0;
  }
  return offsets;
}

function writeFont(tables: [tag: string, data: Buffer][]): Buffer {
  const header = Buffer.alloc(12 + tables.length * 16);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tables.length - power) * 16, 10);
  const parts = [header];
  let offset = header.length;
  tables.forEach(([tag, data], i) => {
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    const row = 12 + i * 16;
    header.write(tag, row, 'latin1');
    header.writeUInt32BE(sum, row + 4);
    header.writeUInt32BE(offset, row + 8);
    header.writeUInt32BE(data.length, row + 12);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** The glyphs one document uses, renumbered from 0; the part pdfkit embeds. */
export interface FontSubset {
  /** `key` tells apart glyphs that share an outline (stand-ins of different missing characters). Returns the new number. */
  includeGlyph(key: number): number;
  encode(): Buffer;
}

/** @param outlineOf maps a key given to includeGlyph to the glyph id whose outline it draws */
export function subsetFont(font: OpenFont, outlineOf: (key: number) => number): FontSubset {
  const keys = [0];
  const numbers = new Map([[0, 0]]);
  const includeGlyph = (key: number): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  };
  return {
    includeGlyph,
    encode() {
      const outlines: Buffer[] = [];
      // Components are appended while we walk, so `keys` grows until every part of every compound is in.
      for (let i = 0; i < keys.length; i++) {
        let outline = font.outline(outlineOf(keys[i] as number));
        const components = componentOffsets(outline);
        if (components.length > 0) {
          outline = Buffer.from(outline);
          for (const at of components) outline.writeUInt16BE(includeGlyph(outline.readUInt16BE(at)), at);
        }
        outlines.push(outline);
      }
      const loca = Buffer.alloc((keys.length + 1) * 4);
      const hmtx = Buffer.alloc(keys.length * 4);
      const padded = outlines.map((outline, i) => {
        const part = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
        outline.copy(part);
        loca.writeUInt32BE(loca.readUInt32BE(i * 4) + part.length, (i + 1) * 4);
        hmtx.writeUInt16BE(font.advanceOf(outlineOf(keys[i] as number)), i * 4);
        hmtx.writeInt16BE(outline.length >= 10 ? outline.readInt16BE(2) : 0, i * 4 + 2);
        return part;
      });
      const head = Buffer.from(font.table('head'));
      head.writeUInt32BE(0, 8);
      head.writeInt16BE(1, 50);
      const hhea = Buffer.from(font.table('hhea'));
      hhea.writeUInt16BE(keys.length, 34);
      const maxp = Buffer.from(font.table('maxp'));
      maxp.writeUInt16BE(keys.length, 4);
      return writeFont([
        ['glyf', Buffer.concat(padded)],
        ['head', head],
        ['hhea', hhea],
        ['hmtx', hmtx],
        ['loca', loca],
        ['maxp', maxp],
      ]);
    },
  };
}
