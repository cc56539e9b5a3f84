import { defineResource, fromDictionary } from '@xueshi/plugin-panel';
import { selectTitles } from './select-titles.sql';

const subtree = { by: 'path', expression: 'o.path', joins: ['o'] } as const;

/** 专业技术人员 of the own subtree (H03), with this year's result. ID numbers are masked; the whole number is only searched for, never shown. */
export const professionals = defineResource({
  name: 'professionals',
  label: '专业技术人员',
  modules: { bureau: ['professional-query'], authority: ['professional-query'], employer: ['professional-query'] },
  base: { table: 'professionals', alias: 'p', row: 'p.id' },
  joins: {
    a: { sql: 'join up_users a on a.id = p.account_id' },
    o: { sql: 'join organizations o on o.id = p.organization_id' },
    t: { sql: 'left join professional_titles t on t.professional_id = p.id and t."primary"' },
    ar: {
      sql: "left join annual_results ar on ar.professional_id = p.id and ar.year = date_part('year', now() at time zone 'Asia/Shanghai')::int",
    },
  },
  scopes: { bureau: subtree, authority: subtree, employer: subtree },
  fields: {
    name: {
      label: '姓名',
      format: 'text',
      expression: 'p.name',
      sortable: { expression: 'p.name collate "zh-Hans-CN-x-icu"' },
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
      expression: 'p.organization_id',
      reference: 'organizations',
      filter: { kind: 'organization', on: { expression: 'o.path', joins: ['o'] } },
    },
    organizationName: { label: '单位名称', format: 'text', expression: 'o.name', joins: ['o'] },
    regionCode: { label: '所在地区', format: 'text', expression: 'o.region_code', joins: ['o'], filter: { kind: 'region' } },
    gender: {
      label: '性别',
      format: 'choice',
      expression: 'p.gender',
      filter: { kind: 'choice' },
      choices: [
        { value: 'male', label: '男' },
        { value: 'female', label: '女' },
        { value: 'unknown', label: '未知' },
      ],
    },
    titleSeries: {
      label: '职称系列',
      format: 'choice',
      expression: 't.series',
      joins: ['t'],
      filter: { kind: 'choice' },
      choices: fromDictionary('title-series'),
    },
    titleName: { label: '职称名称', format: 'text', expression: 't.name', joins: ['t'] },
    titleLevel: {
      label: '职称级别',
      format: 'choice',
      expression: 't.level_code',
      joins: ['t'],
      filter: { kind: 'choice' },
      choices: fromDictionary('title-level'),
    },
    status: {
      label: '状态',
      format: 'status',
      expression: 'p.status',
      filter: { kind: 'choice' },
      choices: [
        { value: 'pending', label: '待审核' },
        { value: 'active', label: '在册' },
        { value: 'transferring', label: '调转中' },
        { value: 'deregistered', label: '已注销' },
        { value: 'rejected', label: '审核不通过' },
      ],
    },
    currentYearHours: {
      label: '本年度学时',
      format: 'hours',
      expression: 'coalesce(ar.general_hours, 0) + coalesce(ar.specialty_hours, 0)',
      joins: ['ar'],
    },
    currentYearPassed: { label: '本年度是否通过', format: 'boolean', expression: 'coalesce(ar.passed, false)', joins: ['ar'], filter: { kind: 'boolean' } },
    // Ids are given in the order of registration: the newest first without a sort over a million rows.
    registeredAt: { label: '登记时间', format: 'datetime', expression: 'p.created_at', sortable: { expression: 'p.id' } },
  },
  extra: {
    birthYear: { expression: "date_part('year', p.birth_date)::int" },
    education: { expression: 'p.education' },
    degree: { expression: 'p.degree' },
    school: { expression: 'p.school' },
    major: { expression: 'p.major' },
  },
  order: { field: 'registeredAt', direction: 'DESC' },
  async detail(row, { run }) {
    // Of the birth only the year: its day beside the mask would give the ID number away (X38).
    const { birthYear, education, degree, school, major } = row;
    return { birthYear, education, degree, school, major, titles: await run(selectTitles(Number(row.id))) };
  },
});
