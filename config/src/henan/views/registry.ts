import type { UserType, ViewInput } from '@xueshi/core';

/** 专技人员信息查询 (H03). */
const professionals = (userType: UserType): ViewInput => ({
  resource: 'professionals',
  userType,
  name: '专技人员信息查询',
  group: '查询统计',
  sort: 60,
  module: 'professional-query',
  columns: [
    { source: 'name', width: 90 },
    { source: 'maskedIdNumber', width: 150 },
    { source: 'gender', width: 50 },
    { source: 'organizationName', width: 200 },
    { source: 'titleSeries', width: 140 },
    { source: 'titleName', width: 120 },
    { source: 'titleLevel', width: 80 },
    { source: 'status', width: 80 },
    { source: 'currentYearHours', width: 90 },
    { source: 'currentYearPassed', width: 90 },
    { source: 'registeredAt', hidden: true },
  ],
  filters: [
    { source: 'name', label: '姓名', kind: 'text' },
    { source: 'maskedIdNumber', label: '身份证号', kind: 'text' },
    { source: 'organizationId', label: '所在单位', kind: 'organization' },
    { source: 'regionCode', label: '所在地区', kind: 'region' },
    { source: 'titleSeries', label: '职称系列', kind: 'choice' },
    { source: 'titleLevel', label: '职称级别', kind: 'choice' },
    { source: 'status', label: '状态', kind: 'choice' },
    { source: 'currentYearPassed', label: '本年度是否通过', kind: 'boolean' },
  ],
  order: { field: 'registeredAt', direction: 'DESC' },
});

/** 管理账户: the offices of the own subtree (A06–A09). */
const organizations = (userType: UserType): ViewInput => ({
  resource: 'organizations',
  userType,
  name: '机构信息',
  group: '账户管理',
  sort: 70,
  module: 'organization-manage',
  columns: [
    { source: 'name', width: 240 },
    { source: 'code', width: 160 },
    { source: 'kind', width: 90 },
    { source: 'parentName', width: 200 },
    { source: 'regionName', width: 110 },
    { source: 'nature', width: 140 },
    { source: 'level', width: 100 },
    { source: 'status', width: 80 },
    { source: 'contact', hidden: true },
    { source: 'address', hidden: true },
  ],
  filters: [
    { source: 'name', label: '机构名称', kind: 'text' },
    { source: 'code', label: '统一社会信用代码', kind: 'text' },
    { source: 'kind', label: '机构类别', kind: 'choice' },
    { source: 'parentId', label: '上级机构', kind: 'organization' },
    { source: 'regionCode', label: '所在地区', kind: 'region' },
    { source: 'nature', label: '单位性质', kind: 'choice' },
    { source: 'level', label: '单位级别', kind: 'choice' },
    { source: 'status', label: '状态', kind: 'choice' },
  ],
  order: { field: 'code', direction: 'ASC' },
});

export const registryViews: readonly ViewInput[] = [
  professionals('bureau'),
  professionals('authority'),
  professionals('employer'),
  organizations('bureau'),
  organizations('authority'),
];
