import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = /\.(js|css|html|svg|json|wasm|ttf)$/;
/** Below this a compressed copy saves no packet. */
const least = 1024;

/** Writes a brotli and a gzip copy beside every text file of a bundle, so that serving it costs no processor time. */
export function compressFiles(directory) {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !compressible.test(entry.name)) continue;
    const bytes = readFileSync(file);
    const copies = { br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), gz: gzipSync(bytes, { level: 9 }) };
    for (const [suffix, copy] of Object.entries(copies)) {
      if (bytes.length >= least && copy.length < bytes.length * 0.95) writeFileSync(`${file}.${suffix}`, copy);
      else rmSync(`${file}.${suffix}`, { force: true });
    }
  }
}
