import type { Core } from '@strapi/strapi';
import { Refusal } from '@xueshi/core';

const mutating = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The only address that takes a file: everywhere else a multipart body would fill the disk before anyone is asked who he is. */
const uploadPath = '/api/attachments';

/** Origins a browser may call from: the one it loaded the page from, and PUBLIC_URL behind a proxy that rewrites the host. */
function allowedOrigin(origin: string, host: string): boolean {
  const publicUrl = process.env.PUBLIC_URL;
  if (publicUrl && URL.canParse(publicUrl) && new URL(publicUrl).origin === origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * First thing after the error middleware, before a body is read: a mutating request must come from our own page (the cookie
 * travels by itself, RFC 6265bis; SameSite=Lax is the first line, this the second) and must be JSON, except an upload.
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  // The router finds /API/… too.
  const path = ctx.path.toLowerCase();
  if (!path.startsWith('/api/') || !mutating.has(ctx.method)) return next();
  const origin = ctx.get('origin');
  const byToken = ctx.get('authorization') !== '';
  if (!byToken && origin !== '' && !allowedOrigin(origin, ctx.host)) throw new Refusal(403, 'foreign-origin', '请求来自其他网站，已拒绝');
  const type = ctx.get('content-type').split(';')[0]?.trim().toLowerCase() ?? '';
  const expected = path === uploadPath ? 'multipart/form-data' : 'application/json';
  const hasBody = ctx.get('transfer-encoding') !== '' || Number(ctx.get('content-length') || 0) > 0;
  if (hasBody && type !== expected) throw new Refusal(415, 'unsupported-type', `请以 ${expected} 提交`);
  return next();
};
