import type { Condition, LearningFormInput } from '@xueshi/core';
import { documents } from './documents';

type Row = LearningFormInput['rows'][number];

/** One row per rank of a table: the first figure is for rank 1. */
function byRank(label: string, when: readonly Condition[], hours: readonly number[]): Row[] {
  return hours.map((figure, i) => ({
    label: `${label} 第${i + 1}名`,
    when: [...when, { field: 'rank', equals: i + 1 }],
    gives: { kind: 'fixed', hours: figure },
  }));
}

const rank = { name: 'rank', label: '本人排名', type: 'integer', min: 1, max: 999 } as const;

/** Rules 五 to 八: research, publications, patents, awards. */
export const achievementForms: readonly LearningFormInput[] = [
  {
    code: 'research-project',
    officialCode: '05',
    name: '课题研究与项目开发',
    rule: '（五）',
    sort: 50,
    subjects: ['specialty'],
    fields: [
      {
        name: 'level',
        label: '课题级别',
        type: 'choice',
        options: [
          { value: 'national', label: '国家级' },
          { value: 'provincial', label: '省级' },
        ],
      },
      {
        name: 'part',
        label: '课题组',
        type: 'choice',
        options: [
          { value: 'main', label: '主课题（项目）组' },
          { value: 'sub', label: '子课题（项目）组' },
        ],
      },
      { ...rank, help: '按职责排序' },
      { name: 'projectNumber', label: '课题编号', type: 'text', required: false },
    ],
    documents: documents(['project-proof']),
    rows: [
      ...byRank(
        '国家级课题 主课题组',
        [
          { field: 'level', equals: 'national' },
          { field: 'part', equals: 'main' },
        ],
        [68, 60, 52, 44, 36],
      ),
      ...byRank(
        '国家级课题 子课题组',
        [
          { field: 'level', equals: 'national' },
          { field: 'part', equals: 'sub' },
        ],
        [52, 44, 36],
      ),
      ...byRank(
        '省级课题 主课题组',
        [
          { field: 'level', equals: 'provincial' },
          { field: 'part', equals: 'main' },
        ],
        [60, 52, 44],
      ),
      ...byRank(
        '省级课题 子课题组',
        [
          { field: 'level', equals: 'provincial' },
          { field: 'part', equals: 'sub' },
        ],
        [44, 36, 28],
      ),
    ],
    otherwise: { field: 'rank', message: '排名超出折算标准：国家级主课题组计前 5 名，其余计前 3 名' },
    confirmer: 'employer',
  },
  {
    code: 'publication',
    officialCode: '06',
    name: '出版著作（译作）或发表论文',
    rule: '（六）',
    sort: 60,
    subjects: ['specialty'],
    fields: [
      {
        name: 'kind',
        label: '类别',
        type: 'choice',
        options: [
          { value: 'book', label: '出版著作（译作）' },
          { value: 'article', label: '发表论文' },
        ],
      },
      {
        name: 'tenThousandCharacters',
        label: '字数',
        type: 'number',
        unit: '万字',
        min: 0.1,
        max: 1000,
        help: '以万字为单位，计至一位小数',
        visibleWhen: [{ field: 'kind', equals: 'book' }],
      },
      {
        name: 'journal',
        label: '刊物类别',
        type: 'choice',
        options: [
          { value: 'international-or-national', label: '国外及国家一级学会主办的专业刊物' },
          { value: 'provincial-core', label: '省级专业刊物（核心期刊）' },
          { value: 'issn-cn', label: '具有 ISSN 和 CN 刊号的刊物' },
        ],
        help: '符合多类的，按最高一类申报，同一篇只计一次',
        visibleWhen: [{ field: 'kind', equals: 'article' }],
      },
      { ...rank, label: '署名排名' },
      { name: 'supplement', label: '增刊或副刊', type: 'boolean', required: false, visibleWhen: [{ field: 'kind', equals: 'article' }] },
      { name: 'publisher', label: '出版社或刊名', type: 'text', required: false },
      { name: 'isbn', label: 'ISBN', type: 'text', required: false, maxLength: 30, visibleWhen: [{ field: 'kind', equals: 'book' }] },
      { name: 'issn', label: 'ISSN', type: 'text', required: false, maxLength: 20, visibleWhen: [{ field: 'kind', equals: 'article' }] },
      { name: 'cn', label: 'CN', type: 'text', required: false, maxLength: 20, visibleWhen: [{ field: 'kind', equals: 'article' }] },
      { name: 'issue', label: '刊期', type: 'text', required: false, maxLength: 40, visibleWhen: [{ field: 'kind', equals: 'article' }] },
    ],
    documents: documents([], ['book-pages', 'journal-pages']),
    rows: [
      {
        label: '增刊、副刊',
        when: [{ field: 'supplement', equals: true }],
        gives: { kind: 'refuse', field: 'supplement', message: '增刊、副刊上发表的论文不计学时' },
      },
      ...[16, 12, 8].map(
        (rate, i): Row => ({
          label: `出版著作 第${i + 1}名`,
          when: [
            { field: 'kind', equals: 'book' },
            { field: 'rank', equals: i + 1 },
          ],
          gives: { kind: 'rate', per: 'tenThousandCharacters', rate, decimals: 1 },
        }),
      ),
      ...byRank(
        '国外及国家一级学会刊物论文',
        [
          { field: 'kind', equals: 'article' },
          { field: 'journal', equals: 'international-or-national' },
        ],
        [52, 44, 36],
      ),
      ...byRank(
        '省级核心期刊论文',
        [
          { field: 'kind', equals: 'article' },
          { field: 'journal', equals: 'provincial-core' },
        ],
        [44, 36, 28],
      ),
      ...byRank(
        'ISSN、CN 刊物论文',
        [
          { field: 'kind', equals: 'article' },
          { field: 'journal', equals: 'issn-cn' },
        ],
        [36, 28, 20],
      ),
    ],
    otherwise: { field: 'rank', message: '署名排名超出折算标准：只计前 3 名作者' },
    confirmer: 'employer',
    sameLearning: 'work',
  },
  {
    code: 'patent',
    officialCode: '07',
    name: '专利',
    rule: '（七）',
    sort: 70,
    subjects: ['specialty'],
    fields: [
      {
        name: 'kind',
        label: '专利类型',
        type: 'choice',
        options: [
          { value: 'invention', label: '发明专利' },
          { value: 'utility-model', label: '实用新型专利' },
          { value: 'design', label: '外观设计专利' },
        ],
      },
      { ...rank, label: '专利权人排名' },
      { name: 'patentNumber', label: '专利号', type: 'text', required: false, maxLength: 40 },
      { name: 'grantedOn', label: '授权日', type: 'date', required: false },
    ],
    documents: documents(['patent-certificate']),
    rows: [
      ...byRank('发明专利', [{ field: 'kind', equals: 'invention' }], [68, 68, 68]),
      ...byRank('实用新型专利', [{ field: 'kind', equals: 'utility-model' }], [60, 60, 60]),
      ...byRank('外观设计专利', [{ field: 'kind', equals: 'design' }], [60, 60, 60]),
    ],
    otherwise: { field: 'rank', message: '排名超出折算标准：只计署名前 3 名的专利权人' },
    sameLearning: 'work',
  },
  {
    code: 'award',
    officialCode: '08',
    name: '科技等奖项',
    rule: '（八）',
    sort: 80,
    subjects: ['specialty'],
    fields: [
      {
        name: 'level',
        label: '奖项级别',
        type: 'choice',
        options: [
          { value: 'national', label: '国家级' },
          { value: 'provincial', label: '省（部）级' },
        ],
      },
      { ...rank, label: '获奖者排名' },
      { name: 'grade', label: '奖项等级', type: 'text', required: false, maxLength: 40 },
    ],
    documents: documents(['award-certificate']),
    rows: [
      ...byRank('国家级奖项', [{ field: 'level', equals: 'national' }], [68, 68, 68]),
      ...byRank('省（部）级奖项', [{ field: 'level', equals: 'provincial' }], [60, 60, 60]),
    ],
    otherwise: { field: 'rank', message: '排名超出折算标准：只计署名前 3 名的获奖者' },
  },
];
