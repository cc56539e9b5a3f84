import { type Identity, type Module, Refusal } from '@xueshi/core';

/** The active membership's role must hold the module (A03). Used after `global::signed-in`. */
export default (ctx: { state: { identity?: Identity } }, config: { module: Module }): true => {
  if (!ctx.state.identity?.modules.has(config.module)) throw new Refusal(403, 'module-missing', '您的岗位角色没有此项权限');
  return true;
};
