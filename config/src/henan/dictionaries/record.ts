import type { PackInput } from '@xueshi/core';
import { documentNames } from '../forms/documents';
import { items } from './items';

/** 科目、状态、来源、考核结果、减免事由、证明材料 (dictionaries.md §8, §9). */
export const recordDictionaries: PackInput['dictionaries'] = [
  { code: 'subject', name: '科目', items: items('general 公需科目 specialty 专业科目 both 公需和专业科目') },
  { code: 'annual-verdict', name: '年度认定结果', items: items('passed 通过 failed 未通过') },
  {
    code: 'review-status',
    name: '审核状态',
    items: items('pending 待审核 returned 退回修改 approved 审核通过 rejected 审核不通过 withdrawn 已撤销 revoked 已撤回认定'),
  },
  {
    code: 'record-source',
    name: '来源',
    items: items(
      'self 个人申报 employer 用人单位申报 authority 主管部门申报 bureau 人社部门申报 base 继续教育基地申报 platform 网络平台对接 import 批量导入 makeup 往年补录',
    ),
  },
  { code: 'assessment', name: '考核结果', items: items('qualified 合格 excellent 优秀 unassessed 未考核') },
  {
    code: 'exemption-reason',
    name: '减免事由',
    items: [
      { code: 'abroad', name: '境外工作', extra: { monthsAbove: 6 } },
      { code: 'sick', name: '病假', extra: { monthsAbove: 6 } },
      { code: 'childbirth', name: '生育' },
      { code: 'approved', name: '业务主管部门批准的其他情况' },
    ],
  },
  {
    code: 'document',
    name: '证明材料',
    items: items(
      Object.entries(documentNames)
        .map(([code, name]) => `${code} ${name}`)
        .join(' '),
    ),
  },
];
