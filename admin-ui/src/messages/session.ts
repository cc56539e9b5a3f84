import type { UserType } from '@xueshi/core';

/** 用户类型, as people choose it at sign-in and read it in the role switch. */
export const userTypeNames: Record<UserType, string> = {
  bureau: '人社部门',
  authority: '主管部门',
  employer: '用人单位',
  base: '继教基地',
  professional: '专技人员',
};

/** Words of the pages before the panel: sign-in, password, registration notes, start and error states. */
export const sessionText = {
  platform: '继续教育信息服务平台',
  platformNote: '专业技术人员继续教育学时申报、审核与认证',
  signIn: '登录',
  userType: '用户类型',
  idNumber: '身份证号',
  idNumberHelp: '18 位居民身份证号码',
  password: '密码',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  signInAction: '登 录',
  signingIn: '正在登录…',
  noAccount: '还没有账户？',
  register: '立即注册',
  registerAgain: '重新注册',
  reviewOffice: '查看审核部门',
  reviewOfficeIs: (office: string) => `审核部门：${office}`,
  captchaRunning: '正在进行安全验证，请稍候',
  captchaFailed: '安全验证未能完成，请重试',
  required: (label: string) => `请填写${label}`,
  sessionEnded: '登录已失效或尚未登录，登录后将回到原来的页面。',
  passwordTitle: '修改密码',
  mustChange: '您正在使用初始密码。为保护个人信息，请先修改密码，修改后须重新登录。',
  mayChange: '修改后所有设备上的登录同时失效，须用新密码重新登录。',
  oldPassword: '原始密码',
  newPassword: '新密码',
  repeatPassword: '再次输入新密码',
  repeatDiffers: '两次输入的新密码不一致',
  passwordHelp: '不能与原密码相同，不能是身份证号后六位',
  changeAction: '确认修改',
  changed: '密码已修改，请用新密码登录。',
  signOut: '退出登录',
  cancel: '返回',
  loading: '正在载入…',
  loadFailed: '页面没有载入成功',
  retry: '重试',
  footer: '学时 Xueshi · 专业技术人员继续教育审核认证平台',
  registerTitle: '注册须知',
  backToSignIn: '返回登录',
} as const;

/** 注册须知 (B01, B03, B09, B10, B13, B15 of the platform's guide). */
export const registrationNotes: { title: string; text: string }[] = [
  { title: '注册顺序', text: '主管部门、用人单位、专业技术人员依次注册。上级单位审核通过后，下级单位和人员才能选择到该单位。' },
  { title: '单位账户', text: '须有 18 位统一社会信用代码。单位账户由上级单位的管理员人工审核，审核通过后方可登录。' },
  { title: '个人账户', text: '一个身份证号只有一个账户，可以同时拥有单位管理员和专业技术人员等多个角色。职称系列按职称证书填写，有多个职称时选择一个为主。' },
  { title: '暂不支持', text: '外籍身份人员暂时无法注册。' },
  { title: '如何办理', text: '请向所在单位（个人）或上级单位（机构）的管理员提交信息，由管理员开通账户；开通后首次登录须修改初始密码。' },
];
