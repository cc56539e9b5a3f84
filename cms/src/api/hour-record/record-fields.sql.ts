import { type Field, fromDictionary } from '@xueshi/plugin-panel';
import { currentReview } from '@xueshi/plugin-review';

/** Which table a list starts at: `r` is the record, `rv` its current review. The other one is joined. */
type Base = 'r' | 'rv';

const review = currentReview('hour-record', 'r.id', 'rv');

/** The condition of a list that starts at the reviews. */
export const ofHourRecords = review.where;

/** Joins of both lists; names are the aliases. */
export const recordJoins = {
  r: { sql: 'join hour_records r on r.id = rv.subject_id' },
  rv: { sql: review.join },
  p: { sql: 'join professionals p on p.id = r.professional_id' },
  a: { sql: 'join up_users a on a.id = p.account_id' },
  o: { sql: 'join organizations o on o.id = r.organization_id' },
  /** The same unit by the review alone (database/src/ddl/65-hour-reviews.sql): a list that starts there finds and counts without the records. */
  place: { sql: 'join organizations place on place.id = rv.subject_organization_id' },
} as const;

/** Fields of a declaration under review, as both lists show them (docs/architecture.md, "Resources"). */
export function recordFields(base: Base) {
  const r = base === 'r' ? [] : ['r'];
  const rv = base === 'rv' ? [] : ['rv'];
  return {
    professionalName: {
      label: '姓名',
      format: 'text',
      expression: 'p.name',
      joins: [...r, 'p'],
      filter: { kind: 'text', match: 'name', grams: 'p.name_grams', initials: 'p.name_pinyin' },
    },
    maskedIdNumber: {
      label: '身份证号',
      format: 'masked',
      expression: 'a.id_number_mask',
      joins: [...r, 'p', 'a'],
      filter: { kind: 'text', match: 'id-number', on: { expression: 'a.id_number_digest', joins: [...r, 'p', 'a'] } },
    },
    professionalId: { label: '人员', format: 'reference', reference: 'professionals', expression: 'r.professional_id', joins: r, filter: { kind: 'choice' } },
    organizationId: {
      label: '所在单位',
      format: 'reference',
      reference: 'organizations',
      expression: 'r.organization_id',
      joins: r,
      filter: { kind: 'organization', on: base === 'r' ? { expression: 'o.path', joins: ['o'] } : { expression: 'place.path', joins: ['place'] } },
    },
    organizationName: { label: '单位名称', format: 'text', expression: 'o.name', joins: [...r, 'o'] },
    year: { label: '认证年度', format: 'integer', expression: `${base}.year`, sortable: true, filter: { kind: 'year' } },
    source: {
      label: '来源',
      format: 'choice',
      expression: 'r.source',
      joins: r,
      filter: { kind: 'choice' },
      choices: fromDictionary('record-source'),
    },
    form: {
      label: '学习形式',
      format: 'choice',
      expression: 'r.form',
      joins: r,
      filter: { kind: 'choice' },
      choices: (policy) => [...policy.learningForms.values()].sort((a, b) => a.sort - b.sort).map((form) => ({ value: form.code, label: form.name })),
    },
    formName: { label: '学习形式', format: 'text' },
    subject: { label: '科目', format: 'choice', expression: 'r.subject', joins: r, filter: { kind: 'choice' }, choices: fromDictionary('subject') },
    title: { label: '学习内容', format: 'longtext', expression: 'r.title', joins: r, filter: { kind: 'text', match: 'contains' } },
    startsOn: { label: '开始日期', format: 'date', expression: 'r.starts_on', joins: r },
    endsOn: { label: '结束日期', format: 'date', expression: 'r.ends_on', joins: r },
    assessment: { label: '考核结果', format: 'choice', expression: 'r.assessment', joins: r, choices: fromDictionary('assessment') },
    certificateNumber: {
      label: '证书编号',
      format: 'text',
      expression: 'r.certificate_number',
      joins: r,
      filter: { kind: 'text', match: 'equals' },
    },
    declaredHours: { label: '申报学时', format: 'hours', expression: 'r.declared_hours', joins: r },
    computedHours: { label: '折算学时', format: 'hours', expression: 'r.computed_hours', joins: r },
    confirmedHours: { label: '核定学时', format: 'hours', expression: 'r.confirmed_hours', joins: r },
    hours: { label: '学时', format: 'hours', expression: 'coalesce(r.confirmed_hours, r.computed_hours)', joins: r },
    generalHours: { label: '公需学时', format: 'hours', expression: 'r.general_hours', joins: r },
    specialtyHours: { label: '专业学时', format: 'hours', expression: 'r.specialty_hours', joins: r },
    status: {
      label: '审核状态',
      format: 'status',
      expression: `${base}.status`,
      filter: { kind: 'choice' },
      choices: fromDictionary('review-status'),
    },
    stepName: { label: '审核部门', format: 'text', expression: review.stepName, joins: rv },
    stepSince: { label: '到达时间', format: 'datetime', expression: 'rv.step_since', joins: rv, sortable: base === 'rv' },
    stepDue: { label: '办理期限', format: 'datetime', expression: 'rv.step_due', joins: rv },
    overdue: { label: '已逾期', format: 'boolean', expression: review.overdue, joins: rv, filter: { kind: 'boolean' } },
    submittedAt: {
      label: '申报时间',
      format: 'datetime',
      expression: `${base}.submitted_at`,
      sortable: true,
      filter: { kind: 'range', of: 'instant' },
    },
    decidedAt: { label: '审结时间', format: 'datetime', expression: 'r.decided_at', joins: r },
    filedAt: { label: '备案时间', format: 'datetime', expression: 'r.filed_at', joins: r },
    round: { label: '轮次', format: 'integer', expression: 'rv.round', joins: rv },
    lane: {
      label: '审核分类',
      format: 'choice',
      expression: 'rv.lane',
      joins: rv,
      filter: { kind: 'choice' },
      choices: [
        { value: 'standard', label: '学时（分）审核' },
        { value: 'base', label: '继教基地学时（分）审核' },
      ],
    },
    attachmentCount: {
      label: '附件数',
      format: 'integer',
      expression: '(select count(*)::int from attachments f where f.hour_record_id = r.id and f.replaced_at is null)',
      joins: r,
    },
  } as const satisfies Record<string, Field>;
}

/** What rows need besides their fields: the version every decision carries, and what tells the decisions available. */
export const recordExtra = (base: Base) => ({
  version: { expression: 'rv.version', joins: base === 'rv' ? [] : ['rv'] },
  review: { expression: review.row, joins: base === 'rv' ? [] : ['rv'] },
});
