import type { FieldInput, LearningFormInput } from '@xueshi/core';
import { documents } from './documents';

const hours: FieldInput = { name: 'hours', label: '学时', type: 'number', unit: '学时', min: 0.5, max: 1000, help: '按证书或证明载明的学时填写，最多一位小数' };

/** Rules 一, 二, 三, 网络学习: classes, trainings, degrees, courses. */
export const trainingForms: readonly LearningFormInput[] = [
  {
    code: 'base-training',
    officialCode: '01',
    name: '各级继续教育基地培训班',
    rule: '（一）',
    sort: 10,
    subjects: ['specialty', 'general'],
    fields: [
      hours,
      { name: 'baseName', label: '基地名称', type: 'text', required: false },
      { name: 'className', label: '班次', type: 'text', required: false },
    ],
    documents: documents(['completion-certificate'], ['training-notice', 'unit-proof']),
    rows: [{ label: '继续教育基地培训班', gives: { kind: 'declared', field: 'hours' } }],
    otherwise: { field: 'hours', message: '请填写实际学时' },
    confirmer: 'bureau',
  },
  {
    code: 'training',
    officialCode: '02',
    name: '培训、研修活动',
    rule: '（二）',
    sort: 20,
    subjects: ['specialty', 'general'],
    fields: [
      {
        name: 'organizer',
        label: '主办级别',
        type: 'choice',
        options: [
          { value: 'ministry', label: '国家部委' },
          { value: 'province', label: '省有关部门' },
          { value: 'city', label: '市有关部门' },
          { value: 'industry', label: '行业组织' },
        ],
      },
      hours,
      { name: 'organizerName', label: '主办单位', type: 'text', required: false },
      { name: 'dispatcher', label: '委托或选派单位', type: 'text', required: false },
      { name: 'days', label: '天数', type: 'integer', required: false, unit: '天', spans: 'days', min: 1, max: 366 },
    ],
    documents: documents(['completion-certificate'], ['training-notice', 'unit-proof']),
    rows: [
      { label: '国家部委举办的培训、研修', when: [{ field: 'organizer', equals: 'ministry' }], gives: { kind: 'declared', field: 'hours' } },
      { label: '省有关部门举办的培训、研修', when: [{ field: 'organizer', equals: 'province' }], gives: { kind: 'declared', field: 'hours' } },
      { label: '市有关部门举办的培训、研修', when: [{ field: 'organizer', equals: 'city' }], gives: { kind: 'declared', field: 'hours' } },
      { label: '行业组织举办的培训、研修', when: [{ field: 'organizer', equals: 'industry' }], gives: { kind: 'declared', field: 'hours' } },
    ],
    otherwise: { field: 'organizer', message: '请选择主办级别' },
    confirmer: 'authority',
  },
  {
    code: 'degree-education',
    officialCode: '03',
    name: '学历、学位教育与课程进修',
    rule: '（三）',
    sort: 30,
    subjects: ['specialty'],
    fields: [
      {
        name: 'mode',
        label: '类别',
        type: 'choice',
        options: [
          { value: 'degree', label: '学历、学位教育' },
          { value: 'course-study', label: '课程进修' },
        ],
      },
      {
        name: 'coursesPassed',
        label: '考试合格课程数',
        type: 'integer',
        unit: '门',
        min: 1,
        max: 100,
        visibleWhen: [{ field: 'mode', equals: 'degree' }],
      },
      {
        name: 'months',
        label: '进修月数',
        type: 'number',
        unit: '个月',
        spans: 'months',
        min: 0,
        max: 120,
        help: '按整月计算，不足整月的部分不计',
        visibleWhen: [{ field: 'mode', equals: 'course-study' }],
      },
      { name: 'school', label: '学校（进修单位）', type: 'text', required: false },
      { name: 'education', label: '层次', type: 'dictionary', dictionary: 'education', required: false, visibleWhen: [{ field: 'mode', equals: 'degree' }] },
      { name: 'major', label: '专业', type: 'text', required: false, visibleWhen: [{ field: 'mode', equals: 'degree' }] },
      { name: 'courses', label: '合格课程及成绩', type: 'list', required: false, visibleWhen: [{ field: 'mode', equals: 'degree' }] },
    ],
    documents: documents(['transcript'], ['dispatch-proof', 'study-assessment']),
    rows: [
      { label: '学历、学位教育', when: [{ field: 'mode', equals: 'degree' }], gives: { kind: 'rate', per: 'coursesPassed', rate: 15 } },
      {
        label: '课程进修不足 1 个月',
        when: [
          { field: 'mode', equals: 'course-study' },
          { field: 'months', below: 1 },
        ],
        gives: { kind: 'refuse', field: 'months', message: '课程进修不足 1 个月，请按“培训、研修活动”申报' },
      },
      {
        label: '课程进修',
        when: [
          { field: 'mode', equals: 'course-study' },
          { field: 'months', max: 6 },
        ],
        gives: { kind: 'rate', per: 'months', rate: 10 },
      },
      {
        label: '课程进修超过 6 个月',
        when: [
          { field: 'mode', equals: 'course-study' },
          { field: 'months', above: 6 },
        ],
        gives: { kind: 'requirement', subject: 'specialty' },
      },
    ],
    otherwise: { field: 'mode', message: '请选择类别' },
  },
  {
    code: 'online-course',
    officialCode: '14',
    name: '网络学习',
    rule: '网络学习平台学时证明',
    sort: 130,
    subjects: ['specialty', 'general'],
    fields: [
      {
        name: 'subject',
        label: '科目',
        type: 'choice',
        options: [
          { value: 'general', label: '公需科目' },
          { value: 'specialty', label: '专业科目' },
        ],
      },
      hours,
      { name: 'platform', label: '学习平台', type: 'text', required: false },
      { name: 'course', label: '课程名称', type: 'text', required: false },
      { name: 'courseSeries', label: '课程职称系列', type: 'dictionary', dictionary: 'title-series', required: false },
    ],
    documents: documents(['course-certificate']),
    rows: [
      { label: '网络学习（公需科目）', when: [{ field: 'subject', equals: 'general' }], gives: { kind: 'declared', field: 'hours' } },
      { label: '网络学习（专业科目）', when: [{ field: 'subject', equals: 'specialty' }], gives: { kind: 'declared', field: 'hours' } },
    ],
    otherwise: { field: 'subject', message: '请选择科目' },
  },
];
