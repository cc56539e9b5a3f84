import type { HistoryEntry } from '@xueshi/core';

const names: Record<HistoryEntry['decision'], string> = {
  submit: '提交',
  correct: '修改后重新提交',
  approve: '审核通过',
  reject: '审核不通过',
  return: '退回',
  withdraw: '撤销申报',
  revoke: '撤回认定',
};

/** The last thing that happened to a review, as a conflict tells it. */
export interface LastDecision {
  subjectId: number;
  decision: HistoryEntry['decision'];
  actorName: string;
  organizationName: string | null;
  at: Date;
}

/** A moment in China, to the minute: `2026-11-24 11:35`. */
const minuteInChina = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** By whom and when: `甲市人社局 张三 已于 2026-11-24 11:35 审核通过`. */
export function describeDecision(last: LastDecision | undefined): string {
  if (!last) return '该记录已有变化，请刷新后重试';
  return `${[last.organizationName, last.actorName].filter(Boolean).join(' ')} 已于 ${minuteInChina(last.at)} ${names[last.decision]}`;
}
