import { type Identity, Refusal } from '@xueshi/core';

interface Config {
  /** The session's own addresses stay open to somebody who must first change the initial password (decision 21). */
  beforePasswordChange?: boolean;
}

/** A live session is needed; an initial password must have been changed. Refuses with 401 or 403. */
export default (ctx: { state: { identity?: Identity; sessionPresented?: boolean } }, config: Config): true => {
  const { identity, sessionPresented } = ctx.state;
  if (!identity) {
    throw sessionPresented ? new Refusal(401, 'session-expired', '登录已失效，请重新登录') : new Refusal(401, 'not-signed-in', '请先登录');
  }
  if (identity.mustChangePassword && !config?.beforePasswordChange) throw new Refusal(403, 'must-change-password', '请先修改初始密码');
  return true;
};
