import { defineResource } from '@xueshi/plugin-panel';

const subtree = { by: 'path', expression: 'o.path', joins: ['o'] } as const;

/** 年度完成情况 (F05): a person's own years; an office's, of the people of its subtree. */
export const annualResults = defineResource({
  name: 'annual-results',
  label: '年度完成情况',
  modules: { bureau: ['annual-result'], authority: ['annual-result'], employer: ['annual-result'], professional: ['annual-result'] },
  base: { table: 'annual_results', alias: 'ar', row: 'ar.id' },
  joins: {
    p: { sql: 'join professionals p on p.id = ar.professional_id' },
    a: { sql: 'join up_users a on a.id = p.account_id', after: ['p'] },
    o: { sql: 'join organizations o on o.id = ar.organization_id' },
    c: { sql: "left join certificates c on c.subject = 'annual-result' and c.subject_id = ar.id and c.status = 'valid'" },
  },
  scopes: { bureau: subtree, authority: subtree, employer: subtree, professional: { by: 'professional', expression: 'ar.professional_id' } },
  fields: {
    professionalName: {
      label: '姓名',
      format: 'text',
      expression: 'p.name',
      joins: ['p'],
      filter: { kind: 'text', match: 'name', grams: 'p.name_grams', initials: 'p.name_pinyin' },
    },
    maskedIdNumber: {
      label: '身份证号',
      format: 'masked',
      expression: 'a.id_number_mask',
      joins: ['a'],
      filter: { kind: 'text', match: 'id-number', on: { expression: 'a.id_number_digest', joins: ['a'] } },
    },
    organizationId: {
      label: '所在单位',
      format: 'reference',
      expression: 'ar.organization_id',
      reference: 'organizations',
      filter: { kind: 'organization', on: { expression: 'o.path', joins: ['o'] } },
    },
    organizationName: { label: '单位名称', format: 'text', expression: 'o.name', joins: ['o'] },
    year: { label: '认证年度', format: 'integer', expression: 'ar.year', sortable: true, filter: { kind: 'year' } },
    band: {
      label: '职称档次',
      format: 'choice',
      expression: 'ar.band',
      filter: { kind: 'choice' },
      choices: [
        { value: 'junior', label: '初级' },
        { value: 'intermediate', label: '中级' },
        { value: 'senior', label: '高级' },
      ],
    },
    generalHours: { label: '公需学时', format: 'hours', expression: 'ar.general_hours' },
    specialtyHours: { label: '专业学时', format: 'hours', expression: 'ar.specialty_hours' },
    totalHours: { label: '总学时', format: 'hours', expression: 'ar.general_hours + ar.specialty_hours' },
    requiredGeneral: { label: '应完成公需学时', format: 'hours', expression: 'ar.required_general' },
    requiredSpecialty: { label: '应完成专业学时', format: 'hours', expression: 'ar.required_specialty' },
    passed: {
      label: '年度认定结果',
      format: 'boolean',
      expression: 'ar.passed',
      filter: { kind: 'boolean' },
      choices: [
        { value: 'true', label: '通过' },
        { value: 'false', label: '未通过' },
      ],
    },
    passedAt: { label: '通过时间', format: 'datetime', expression: 'ar.passed_at' },
    flags: { label: '备注', format: 'longtext', expression: 'ar.flags::json' },
    certificateNumber: { label: '证书编号', format: 'text', expression: 'c.number', joins: ['c'] },
    professionalId: { label: '人员编号', format: 'reference', reference: 'professionals', expression: 'ar.professional_id', filter: { kind: 'choice' } },
  },
  order: { field: 'year', direction: 'DESC' },
});
