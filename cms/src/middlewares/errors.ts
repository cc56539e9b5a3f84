import type { Core } from '@strapi/strapi';
import { type ErrorAnswer, Refusal } from '@xueshi/core';

type Context = Parameters<Core.MiddlewareHandler>[0];

interface Answer {
  status: number;
  body: ErrorAnswer;
}

/** What PostgreSQL refuses although our own checks let it through: races and limits, in words for a person. SQLSTATE -> answer. */
const databaseErrors: Record<string, Answer> = {
  '23505': answer(409, 'duplicate', '该数据已存在，请勿重复提交'),
  '23503': answer(409, 'reference-missing', '所引用的数据不存在或已被删除'),
  '23514': answer(400, 'invalid', '数据不符合要求'),
  '22003': answer(400, 'invalid', '数值超出范围'),
  '22021': answer(400, 'invalid', '文字中含有不能保存的字符'),
  '22P05': answer(400, 'invalid', '文字中含有不能保存的字符'),
  '40001': answer(409, 'busy', '该数据正由他人处理，请重试'),
  '40P01': answer(409, 'busy', '该数据正由他人处理，请重试'),
  '55P03': answer(409, 'busy', '该数据正由他人处理，请重试'),
  '57014': answer(503, 'timeout', '查询超时，请缩小范围后重试'),
  '57P01': answer(503, 'unavailable', '数据库正在恢复，请稍后重试'),
  '57P03': answer(503, 'unavailable', '数据库正在恢复，请稍后重试'),
  '53300': answer(503, 'unavailable', '系统繁忙，请稍后重试'),
  ECONNREFUSED: answer(503, 'unavailable', '数据库正在恢复，请稍后重试'),
  ECONNRESET: answer(503, 'unavailable', '数据库正在恢复，请稍后重试'),
};

/** Status -> answer for refusals that Strapi, Koa or the body parser make themselves. */
const statusAnswers: Record<number, Answer> = {
  400: answer(400, 'invalid', '请求参数有误'),
  401: answer(401, 'not-signed-in', '请先登录'),
  403: answer(403, 'forbidden', '没有权限'),
  404: answer(404, 'not-found', '没有找到'),
  405: answer(405, 'method-not-allowed', '不支持该操作'),
  413: answer(413, 'too-large', '提交的内容过大'),
  415: answer(415, 'unsupported-type', '不支持的内容类型'),
  429: answer(429, 'too-many', '操作过于频繁，请稍后再试'),
  503: answer(503, 'unavailable', '系统繁忙，请稍后重试'),
  501: answer(405, 'method-not-allowed', '不支持该操作'),
};

function answer(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** First path of a Strapi validation error (`details.errors[].path`, `details.key`), so that the answer names the parameter. */
function fieldOf(error: unknown): string | undefined {
  const details = propertyOf(error, 'details');
  const first = (propertyOf(details, 'errors') as unknown[] | undefined)?.[0];
  const path = propertyOf(first, 'path');
  if (Array.isArray(path) && path.length > 0) return path.join('.');
  const key = textOf(propertyOf(details, 'key')) ?? textOf(propertyOf(details, 'param'));
  return key ? [textOf(propertyOf(details, 'path')), key].filter(Boolean).join('.') : undefined;
}

/** The answer for anything thrown below: our refusals as they are, known causes in Chinese, everything else a bare 500. */
function answerFor(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.status, body: error.answer() };
  const known = databaseErrors[textOf(propertyOf(error, 'code')) ?? ''];
  if (known) return known;
  if (propertyOf(error, 'type') === 'entity.parse.failed' || (error instanceof SyntaxError && propertyOf(error, 'status') === 400)) {
    return answer(400, 'malformed-json', '请求内容不是合法的 JSON');
  }
  const byName: Record<string, number> = {
    ValidationError: 400,
    YupValidationError: 400,
    PaginationError: 400,
    UnauthorizedError: 401,
    ForbiddenError: 403,
    PolicyError: 403,
    NotFoundError: 404,
    PayloadTooLargeError: 413,
    NotImplementedError: 501,
    RateLimitError: 429,
    KnexTimeoutError: 503,
  };
  const status =
    byName[textOf(propertyOf(error, 'name')) ?? ''] ??
    Number(propertyOf(error, 'status') ?? propertyOf(error, 'statusCode') ?? propertyOf(error, 'httpCode') ?? 500);
  const found = statusAnswers[status];
  if (!found) return answer(500, 'internal', '系统内部错误，请稍后重试；如仍出现，请联系管理员');
  const field = fieldOf(error);
  return field ? { status: found.status, body: { error: { ...found.body.error, field } } } : found;
}

/** A log line of an unexpected error: kind, SQLSTATE, constraint and stack. Never `detail` or bindings: they carry personal data. */
function logUnexpected(error: unknown, ctx: Context): void {
  const facts = ['code', 'constraint', 'table', 'column'].map((key) => [key, propertyOf(error, key)]).filter(([, value]) => value !== undefined);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  strapi.log.error(`${ctx.method} ${ctx.path} ${JSON.stringify(Object.fromEntries(facts))} ${stack.replace(/\d{17}[\dXx]/g, '<id>')}`);
}

/** Our own API's paths, in any case: the router does not tell `/API` from `/api`. Strapi's admin keeps its own error format. */
const ours = /^\/api(\/|$)/i;
const exact = /^\/api(\/|$)/;

/**
 * The one place where an error becomes an answer (contract.md): `{"error":{code,message,field?,details?}}`, Chinese, no stack.
 * Also covers what Koa and Strapi answer without throwing (unknown route, wrong method).
 */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  if (!ours.test(ctx.path)) return next();
  try {
    // The middlewares after this one look at the path as it is written: nothing may reach a route around them.
    if (!exact.test(ctx.path)) throw new Refusal(404, 'not-found', '没有找到');
    await next();
    const unanswered = ctx.status >= 400 && propertyOf(propertyOf(ctx.body, 'error'), 'code') === undefined;
    if (!unanswered) return;
    const fallback = statusAnswers[ctx.status] ?? answer(ctx.status, 'refused', '请求未能完成');
    ctx.status = fallback.status;
    ctx.body = fallback.body;
  } catch (error) {
    const { status, body } = answerFor(error);
    if (status === 500) logUnexpected(error, ctx);
    ctx.status = status;
    ctx.body = body;
  }
};
