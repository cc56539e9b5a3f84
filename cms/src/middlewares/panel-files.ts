import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

interface Variant {
  file: string;
  size: number;
}

/** One file of the built panel, with the compressed copies the build made beside it. */
interface PanelFile extends Variant {
  type: string;
  etag: string;
  /** Named after its content: a browser need never ask again. */
  immutable: boolean;
  br?: Variant;
  gzip?: Variant;
}

const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Everything below `directory` by its address. What is not in the table is not served, so no address leads out of the folder. */
function listFiles(directory: string): Map<string, PanelFile> {
  const files = new Map<string, PanelFile>();
  if (!existsSync(directory)) return files;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const type = types[path.extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const bytes = readFileSync(file);
    const found: PanelFile = {
      file,
      size: bytes.length,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      immutable: path.basename(path.dirname(file)) === 'assets',
    };
    for (const { name, suffix } of encodings) {
      if (existsSync(file + suffix)) found[name] = { file: file + suffix, size: readFileSync(file + suffix).length };
    }
    files.set(`/${path.relative(directory, file).split(path.sep).join('/')}`, found);
  }
  return files;
}

/** Addresses that belong to Strapi, whatever the browser says it wants. */
const reserved = /^\/(api|admin|uploads)(\/|$)/;

/**
 * Serves the built panel (admin-ui/dist) at `/`. Any other address a browser navigates to (`/sign-in`, `/verify/…`) gets the panel's page, which
 * routes it itself; requests of programs, `/api` and `/admin` pass through. Without a build (development) everything does.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const files = listFiles(path.resolve(strapi.dirs.app.root, '../admin-ui/dist'));
  const page = files.get('/index.html');

  return async (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || reserved.test(ctx.path)) return next();
    const navigates = ctx.get('accept').includes('text/html');
    const found = files.get(ctx.path) ?? (ctx.path === '/' || navigates ? page : undefined);
    if (!found) return next();

    ctx.set('cache-control', found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    ctx.set('etag', found.etag);
    ctx.vary('accept-encoding');
    ctx.status = 200;
    ctx.type = found.type;
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
    const encoding = encodings.find(({ name }) => found[name] && ctx.acceptsEncodings(name) === name);
    const sent = (encoding && found[encoding.name]) ?? found;
    if (encoding) ctx.set('content-encoding', encoding.name);
    ctx.length = sent.size;
    if (ctx.method === 'GET') ctx.body = createReadStream(sent.file);
    // Koa would give a stream's length away.
    ctx.length = sent.size;
  };
};
