import { z } from 'zod';

/** 用户类型 at sign-in (A01). */
export const userTypes = ['bureau', 'authority', 'employer', 'base', 'professional'] as const;
export type UserType = (typeof userTypes)[number];

/** 权限模块: the guide's function list. The menu, the queues, the actions and the server's checks follow from these. */
export const modules = [
  'profile', // 基本信息维护
  'hour-declare', // 学时（分）申报
  'hour-record', // 单位申报记录 / 申报进度查询
  'hour-review', // 学时（分）审核
  'base-hour-review', // 继教基地学时（分）审核
  'annual-result', // 年度完成情况
  'certificate', // 证书打印
  'professional-query', // 专技人员信息查询
  'organization-manage', // 管理账户
  'account-review', // 审核账户
  'division-manage', // 管理内设部门
  'administrator-manage', // 管理单位管理员
  'role-manage', // 角色管理
  'import', // 批量导入
  'statistics', // 继续教育综合统计
  'reveal', // 查看完整证件号码
] as const;
export type Module = (typeof modules)[number];

/** A default panel role of a user type; organizations make their own out of the same modules (A13). */
export const panelRole = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,60}$/),
  name: z.string().min(1),
  userType: z.enum(userTypes),
  modules: z.array(z.enum(modules)).nonempty(),
});
export type PanelRole = z.output<typeof panelRole>;
