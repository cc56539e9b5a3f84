import { type Identity, parse, passwordRequest, Refusal, signInRequest, switchRequest } from '@xueshi/core';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { vault } from '../../../vault';
import { answerSession } from '../answer-session';
import { changePassword } from '../change-password';
import { makeChallenge } from '../check-captcha';
import { cookieName, identityOf } from '../read-identity';
import { deleteSessions, selectMemberships, selectSession, switchSession } from '../session.sql';
import { isUsable, signIn } from '../sign-in';

const settings = async () => (await strapi.service('api::policy.policy').current()).settings;
const appKey = (): string => strapi.config.get<string[]>('server.app.keys')[0] ?? '';

/** What every trial of a password needs. */
const attemptContext = async (ctx: Context) => ({
  db: strapi.db.connection,
  transaction: async <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => await strapi.db.transaction(({ trx }) => work(trx)),
  vault: vault(),
  settings: await settings(),
  address: ctx.ip,
});

/** `Secure` when the page was loaded over TLS (also behind a trusted proxy): an office on a plain-HTTP intranet can still sign in. */
const setCookie = (ctx: Context, token: string | null, expires?: Date): void => {
  ctx.cookies.set(cookieName, token, { httpOnly: true, sameSite: 'lax', secure: ctx.secure, path: '/', overwrite: true, signed: false, expires });
};

async function answer(sessionId: string) {
  const row = await selectSession(strapi.db.connection, sessionId);
  if (!row) throw new Refusal(401, 'session-expired', '登录已失效，请重新登录');
  const { platformName, attachments } = await settings();
  return answerSession(strapi.db.connection, identityOf(row, sessionId), { platformName, attachments, expiresAt: row.expires_at });
}

export default {
  async challenge(ctx: Context) {
    ctx.set('cache-control', 'no-store');
    ctx.body = await makeChallenge(appKey(), new Date());
  },

  async open(ctx: Context) {
    const request = parse(signInRequest, ctx.request.body);
    const { token, expiresAt, sessionId } = await signIn({ ...(await attemptContext(ctx)), appKey: appKey(), now: new Date() }, request);
    setCookie(ctx, token, expiresAt);
    ctx.body = { ...(await answer(sessionId)), token };
  },

  async read(ctx: Context) {
    const identity: Identity = ctx.state.identity;
    ctx.set('cache-control', 'no-store');
    ctx.body = await answer(identity.sessionId);
  },

  async switch(ctx: Context) {
    const identity: Identity = ctx.state.identity;
    const { membershipId } = parse(switchRequest, ctx.request.body);
    const own = await selectMemberships(strapi.db.connection, identity.accountId);
    if (!own.some((row) => row.id === membershipId && isUsable(row))) throw new Refusal(404, 'no-membership', '没有这个角色账户', 'membershipId');
    await switchSession(strapi.db.connection, identity.sessionId, membershipId);
    ctx.body = await answer(identity.sessionId);
  },

  async close(ctx: Context) {
    const identity: Identity = ctx.state.identity;
    await deleteSessions(strapi.db.connection, identity.accountId);
    setCookie(ctx, null);
    ctx.status = 204;
  },

  async password(ctx: Context) {
    const identity: Identity = ctx.state.identity;
    const passwords = parse(passwordRequest, ctx.request.body);
    await changePassword({ ...(await attemptContext(ctx)), accountId: identity.accountId }, passwords);
    setCookie(ctx, null);
    ctx.status = 204;
  },
};
