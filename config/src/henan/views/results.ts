import type { UserType, ViewInput } from '@xueshi/core';

/** 年度完成情况 of the professional (F05). */
const ownResults: ViewInput = {
  resource: 'annual-results',
  userType: 'professional',
  name: '年度完成情况',
  group: '学时申报',
  sort: 30,
  module: 'annual-result',
  columns: [
    { source: 'year', width: 70 },
    { source: 'generalHours', width: 80 },
    { source: 'requiredGeneral', width: 80 },
    { source: 'specialtyHours', width: 80 },
    { source: 'requiredSpecialty', width: 80 },
    { source: 'totalHours', width: 80 },
    { source: 'passed', width: 80 },
    { source: 'passedAt', width: 130 },
    { source: 'certificateNumber', width: 220 },
    { source: 'flags', width: 200 },
  ],
  filters: [{ source: 'year', label: '认证年度', kind: 'year' }],
  order: { field: 'year', direction: 'DESC' },
  rowActions: ['download'],
};

/** 年度完成情况 of an office's people. */
const officeResults = (userType: UserType): ViewInput => ({
  ...ownResults,
  userType,
  group: '查询统计',
  sort: 40,
  columns: [
    { source: 'professionalName', width: 90 },
    { source: 'maskedIdNumber', width: 150 },
    { source: 'organizationName', width: 180 },
    { source: 'year', width: 70 },
    { source: 'band', width: 70 },
    { source: 'generalHours', width: 80 },
    { source: 'requiredGeneral', width: 80 },
    { source: 'specialtyHours', width: 80 },
    { source: 'requiredSpecialty', width: 80 },
    { source: 'totalHours', width: 80 },
    { source: 'passed', width: 80 },
    { source: 'passedAt', hidden: true },
    { source: 'certificateNumber', hidden: true },
    { source: 'flags', hidden: true },
  ],
  filters: [
    { source: 'year', label: '认证年度', kind: 'year', default: 'current-year' },
    { source: 'professionalName', label: '姓名', kind: 'text' },
    { source: 'maskedIdNumber', label: '身份证号', kind: 'text' },
    { source: 'organizationId', label: '所在单位', kind: 'organization' },
    { source: 'band', label: '职称档次', kind: 'choice' },
    { source: 'passed', label: '是否通过', kind: 'boolean' },
  ],
});

/** 证书查询打印 (F06, F08). */
const certificates = (userType: UserType): ViewInput => ({
  resource: 'certificates',
  userType,
  name: '证书查询打印',
  group: userType === 'professional' ? '学时申报' : '查询统计',
  sort: 50,
  module: 'certificate',
  columns: [
    { source: 'number', width: 220 },
    { source: 'professionalName', width: 90 },
    { source: 'maskedIdNumber', width: 150 },
    { source: 'organizationName', width: 180 },
    { source: 'year', width: 70 },
    { source: 'generalHours', width: 80 },
    { source: 'specialtyHours', width: 80 },
    { source: 'status', width: 80 },
    { source: 'issuedAt', width: 130 },
    { source: 'titleLevel', hidden: true },
    { source: 'edition', hidden: true },
    { source: 'revokedAt', hidden: true },
    { source: 'revokeReason', hidden: true },
  ],
  filters:
    userType === 'professional'
      ? [{ source: 'year', label: '认证年度', kind: 'year' }]
      : [
          { source: 'year', label: '认证年度', kind: 'year' },
          { source: 'professionalName', label: '姓名', kind: 'text' },
          { source: 'maskedIdNumber', label: '身份证号', kind: 'text' },
          { source: 'organizationName', label: '所在单位', kind: 'organization' },
          { source: 'number', label: '证书编号', kind: 'text' },
          { source: 'status', label: '证书状态', kind: 'choice' },
        ],
  order: { field: 'issuedAt', direction: 'DESC' },
  rowActions: ['download'],
});

export const resultViews: readonly ViewInput[] = [
  ownResults,
  officeResults('bureau'),
  officeResults('authority'),
  officeResults('employer'),
  certificates('professional'),
  certificates('bureau'),
  certificates('authority'),
  certificates('employer'),
];
