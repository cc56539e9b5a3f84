import type { PackInput } from '@xueshi/core';

/** Defaults of everything that is one value. */
export const settings: PackInput['settings'] = {
  platformName: '专业技术人员继续教育公共服务平台',
  certificatePrefix: '豫专继',
  certificateHeading: '河南省专业技术人员继续教育证书',
  certificateIssuer: '河南省人力资源和社会保障厅',
  registration: { idTypes: ['resident'] },
  declarationWindow: { opens: '01-01', closes: '12-31' },
  captcha: 'adaptive',
  lockout: { failures: 5, minutes: 15 },
  sessionHours: 12,
  passwordMinimum: 8,
  attachments: { maximumBytes: 10 * 1024 * 1024, maximumFiles: 10, types: ['pdf', 'jpg', 'png'] },
  baseRoute: 'traineeChain',
  bulkLimit: 5000,
  cannedReasons: [
    '证明材料不清晰，请重新上传',
    '证明材料与申报内容不符',
    '缺少必要的证明材料',
    '认证年度填写有误',
    '起止时间填写有误',
    '申报学时与证明材料不符',
    '科目选择有误',
    '同一学习内容重复申报',
    '不符合学时折算标准',
  ],
  titleBands: { '1': 'senior', '2': 'senior', '3': 'intermediate', '4': 'junior', '5': 'junior', '9': 'junior' },
};
