import type { UserType, ViewInput } from '@xueshi/core';

type Filter = NonNullable<ViewInput['filters']>[number];

const year: Filter = { source: 'year', label: '认证年度', kind: 'year', default: 'current-year' };
const person: readonly Filter[] = [
  { source: 'professionalName', label: '姓名', kind: 'text' },
  { source: 'maskedIdNumber', label: '身份证号', kind: 'text' },
  { source: 'organizationId', label: '所在单位', kind: 'organization' },
];
const kindOfHours: readonly Filter[] = [
  { source: 'form', label: '学习形式', kind: 'choice' },
  { source: 'subject', label: '科目', kind: 'choice' },
];

/** 学时（分）审核 (D05, D18–D21): the oldest work first; rosters of bases stand in a tab of their own. */
const queue = (userType: UserType): ViewInput => ({
  resource: 'hour-reviews',
  userType,
  name: '学时（分）审核',
  group: '学时管理',
  sort: 10,
  module: 'hour-review',
  columns: [
    { source: 'professionalName', width: 90 },
    { source: 'maskedIdNumber', width: 150 },
    { source: 'organizationName', width: 180 },
    { source: 'year', width: 70 },
    { source: 'formName', width: 140 },
    { source: 'subject', width: 80 },
    { source: 'title', width: 220 },
    { source: 'startsOn', width: 90 },
    { source: 'endsOn', width: 90 },
    { source: 'hours', width: 60 },
    { source: 'stepSince', width: 100 },
    { source: 'status', width: 90 },
    { source: 'stepDue', hidden: true },
    { source: 'overdue', hidden: true },
    { source: 'source', hidden: true },
    { source: 'stepName', hidden: true },
    { source: 'declaredHours', hidden: true },
    { source: 'computedHours', hidden: true },
    { source: 'confirmedHours', hidden: true },
    { source: 'generalHours', hidden: true },
    { source: 'specialtyHours', hidden: true },
    { source: 'assessment', hidden: true },
    { source: 'certificateNumber', hidden: true },
    { source: 'submittedAt', hidden: true },
    { source: 'decidedAt', hidden: true },
    { source: 'filedAt', hidden: true },
    { source: 'round', hidden: true },
    { source: 'attachmentCount', hidden: true },
  ],
  filters: [
    year,
    ...person,
    ...kindOfHours,
    { source: 'source', label: '来源', kind: 'choice' },
    { source: 'submittedAt', label: '申报时间', kind: 'range' },
    { source: 'overdue', label: '已逾期', kind: 'boolean' },
  ],
  tabs: [
    { code: 'pending', label: '待审核', filter: { tab: 'pending', lane: 'standard' } },
    { code: 'base', label: '继教基地待审核', filter: { tab: 'pending', lane: 'base' } },
    { code: 'approved', label: '审核通过', filter: { tab: 'approved' } },
    { code: 'rejected', label: '审核不通过', filter: { tab: 'rejected' } },
    // Rule 十三 is reported to the province (decision 17).
    ...(userType === 'bureau' ? [{ code: 'filed', label: '备案', filter: { tab: 'filed' } }] : []),
    { code: 'all', label: '全部', filter: { tab: 'all' } },
  ],
  order: { field: 'stepSince', direction: 'ASC' },
  pageSize: 25,
  bulkActions: ['approve', 'return', 'reject'],
});

/** The professional's own declarations (D06, D17). */
const ownRecords: ViewInput = {
  resource: 'hour-records',
  userType: 'professional',
  name: '我的申报记录',
  group: '学时申报',
  sort: 20,
  module: 'hour-record',
  columns: [
    { source: 'year', width: 70 },
    { source: 'formName', width: 150 },
    { source: 'title', width: 260 },
    { source: 'subject', width: 80 },
    { source: 'startsOn', width: 90 },
    { source: 'endsOn', width: 90 },
    { source: 'hours', width: 60 },
    { source: 'status', width: 90 },
    { source: 'stepName', width: 180 },
    { source: 'submittedAt', width: 130 },
    { source: 'decidedAt', hidden: true },
    { source: 'source', hidden: true },
    { source: 'assessment', hidden: true },
    { source: 'certificateNumber', hidden: true },
    { source: 'attachmentCount', hidden: true },
  ],
  filters: [{ source: 'year', label: '认证年度', kind: 'year' }, ...kindOfHours, { source: 'title', label: '学习内容', kind: 'text' }],
  tabs: [
    { code: 'all', label: '全部', filter: {} },
    { code: 'pending', label: '待审核', filter: { status: 'pending' } },
    { code: 'approved', label: '审核通过', filter: { status: 'approved' } },
    { code: 'rejected', label: '审核不通过', filter: { status: 'rejected' } },
    { code: 'returned', label: '退回修改', filter: { status: 'returned' } },
  ],
  order: { field: 'submittedAt', direction: 'DESC' },
  pageSize: 25,
};

/** 申报记录 of an office: every declaration of its people (D17). */
const officeRecords = (userType: UserType): ViewInput => ({
  resource: 'hour-records',
  userType,
  name: '学时申报记录',
  group: '学时管理',
  sort: 20,
  module: 'hour-record',
  columns: [
    { source: 'professionalName', width: 90 },
    { source: 'maskedIdNumber', width: 150 },
    { source: 'organizationName', width: 180 },
    { source: 'year', width: 70 },
    { source: 'formName', width: 140 },
    { source: 'subject', width: 80 },
    { source: 'title', width: 220 },
    { source: 'hours', width: 60 },
    { source: 'source', width: 100 },
    { source: 'status', width: 90 },
    { source: 'stepName', width: 160 },
    { source: 'submittedAt', width: 130 },
    { source: 'decidedAt', hidden: true },
    { source: 'startsOn', hidden: true },
    { source: 'endsOn', hidden: true },
    { source: 'declaredHours', hidden: true },
    { source: 'computedHours', hidden: true },
    { source: 'confirmedHours', hidden: true },
    { source: 'certificateNumber', hidden: true },
  ],
  filters: [year, ...person, ...kindOfHours, { source: 'source', label: '来源', kind: 'choice' }, { source: 'submittedAt', label: '申报时间', kind: 'range' }],
  tabs: ownRecords.tabs,
  order: { field: 'submittedAt', direction: 'DESC' },
  pageSize: 25,
});

export const hourViews: readonly ViewInput[] = [
  queue('bureau'),
  queue('authority'),
  queue('employer'),
  ownRecords,
  officeRecords('bureau'),
  officeRecords('authority'),
  officeRecords('employer'),
];
