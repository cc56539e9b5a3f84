import { type Module, modules, type PackInput } from '@xueshi/core';

/** 权限模块 in Chinese, as the menu and the assignment of rights name them (the FAQ's names, decision 1). */
export const moduleNames: Record<Module, string> = {
  profile: '基本信息维护',
  'hour-declare': '学时（分）申报',
  'hour-record': '申报记录',
  'hour-review': '学时（分）审核',
  'base-hour-review': '继教基地学时（分）审核',
  'annual-result': '年度完成情况',
  certificate: '证书查询打印',
  'professional-query': '专技人员信息查询',
  'organization-manage': '管理账户',
  'account-review': '审核账户',
  'division-manage': '管理内设部门',
  'administrator-manage': '管理单位管理员',
  'role-manage': '角色管理',
  import: '批量导入',
  statistics: '继续教育综合统计',
  reveal: '查看完整证件号码',
};

const review: readonly Module[] = ['profile', 'hour-review', 'base-hour-review', 'annual-result', 'certificate', 'professional-query'];
const [first, ...others] = modules;

/** Default panel roles per user type; an organization builds its own from the same modules (A13). */
export const roles: PackInput['roles'] = [
  { code: 'bureau-administrator', name: '人社部门管理员', userType: 'bureau', modules: [first, ...others] },
  { code: 'bureau-reviewer', name: '人社部门审核员', userType: 'bureau', modules: [first, ...review.slice(1)] },
  { code: 'bureau-statistician', name: '人社部门统计员', userType: 'bureau', modules: ['profile', 'annual-result', 'professional-query', 'statistics'] },
  { code: 'authority-administrator', name: '主管部门管理员', userType: 'authority', modules: [first, ...others] },
  { code: 'authority-reviewer', name: '主管部门审核员', userType: 'authority', modules: [first, ...review.slice(1)] },
  {
    code: 'employer-administrator',
    name: '用人单位管理员',
    userType: 'employer',
    modules: [
      'profile',
      'hour-declare',
      'hour-record',
      'hour-review',
      'base-hour-review',
      'annual-result',
      'certificate',
      'professional-query',
      'account-review',
      'division-manage',
      'administrator-manage',
      'role-manage',
      'import',
      'statistics',
    ],
  },
  { code: 'employer-reviewer', name: '用人单位审核员', userType: 'employer', modules: [first, ...review.slice(1)] },
  {
    code: 'base-administrator',
    name: '继续教育基地管理员',
    userType: 'base',
    modules: ['profile', 'hour-declare', 'hour-record', 'division-manage', 'administrator-manage', 'role-manage', 'import', 'statistics'],
  },
  { code: 'professional', name: '专业技术人员', userType: 'professional', modules: ['profile', 'hour-declare', 'hour-record', 'annual-result', 'certificate'] },
];
