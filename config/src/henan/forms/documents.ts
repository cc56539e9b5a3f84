/** Names of the proofs a form asks for (dictionaries.md §9), by code. */
export const documentNames = {
  'training-notice': '培训通知',
  'completion-certificate': '结业证书',
  'unit-proof': '单位证明',
  transcript: '当年度成绩单',
  'dispatch-proof': '派出证明',
  'study-assessment': '进修单位考核证明',
  'conference-notice': '会议通知',
  'presentation-proof': '宣读论文证明',
  'project-proof': '立项、结项证明',
  'book-pages': '著作封面、扉页、目录',
  'journal-pages': '杂志封面、目录、文章',
  'patent-certificate': '专利证书',
  'award-certificate': '获奖证书',
  'qualification-certificate': '资格证书',
  endorsement: '领导批示件',
  'posting-document': '印发文件',
  'annual-assessment': '年度考核证明',
  'activity-notice': '活动通知',
  'participation-proof': '参与证明',
  'course-certificate': '学时证明证书',
  'filing-form': '备案表',
  proof: '证明材料',
  other: '其他材料',
} as const;

type DocumentCode = keyof typeof documentNames;

/** The proofs of one form: those that must be attached, then those that may be. */
export function documents(required: readonly DocumentCode[], optional: readonly DocumentCode[] = []): { code: string; name: string; required: boolean }[] {
  return [
    ...required.map((code) => ({ code, name: documentNames[code], required: true })),
    ...optional.map((code) => ({ code, name: documentNames[code], required: false })),
  ];
}
