import { defineResource, fromDictionary } from '@xueshi/plugin-panel';

const subtree = { by: 'path', expression: 'o.path' } as const;

/** Offices of the own subtree: the account administration's lists and the picker of every filter by organization. */
export const organizations = defineResource({
  name: 'organizations',
  label: '机构',
  modules: {
    bureau: ['organization-manage', 'account-review', 'professional-query', 'hour-review', 'base-hour-review', 'annual-result', 'certificate', 'statistics'],
    authority: ['organization-manage', 'account-review', 'professional-query', 'hour-review', 'base-hour-review', 'annual-result', 'certificate', 'statistics'],
    employer: ['account-review', 'professional-query', 'hour-review', 'base-hour-review', 'hour-record', 'annual-result'],
  },
  base: { table: 'organizations', alias: 'o', row: 'o.id' },
  joins: {
    parent: { sql: 'left join organizations parent on parent.id = o.parent_id' },
    region: { sql: 'left join regions region on region.code = o.region_code' },
  },
  scopes: { bureau: subtree, authority: subtree, employer: subtree },
  fields: {
    name: {
      label: '机构名称',
      format: 'text',
      expression: 'o.name',
      sortable: { expression: 'o.name collate "zh-Hans-CN-x-icu"' },
      filter: { kind: 'text', match: 'name', grams: 'o.name_grams', initials: 'o.name_pinyin' },
    },
    code: { label: '统一社会信用代码', format: 'text', expression: 'o.code', sortable: true, filter: { kind: 'text', match: 'equals' } },
    kind: {
      label: '机构类别',
      format: 'choice',
      expression: 'o.kind',
      sortable: true,
      filter: { kind: 'choice' },
      choices: [
        { value: 'bureau', label: '人社部门' },
        { value: 'authority', label: '主管部门' },
        { value: 'employer', label: '用人单位' },
        { value: 'base', label: '继续教育基地' },
      ],
    },
    parentId: {
      label: '上级机构',
      format: 'reference',
      expression: 'o.parent_id',
      reference: 'organizations',
      filter: { kind: 'organization', on: { expression: 'o.path' } },
    },
    parentName: { label: '上级机构名称', format: 'text', expression: 'parent.name', joins: ['parent'] },
    regionCode: { label: '所在地区', format: 'text', expression: 'o.region_code', sortable: true, filter: { kind: 'region' } },
    regionName: { label: '地区名称', format: 'text', expression: 'region.name', joins: ['region'] },
    nature: { label: '单位性质', format: 'choice', expression: 'o.nature', filter: { kind: 'choice' }, choices: fromDictionary('organization-nature') },
    level: { label: '单位级别', format: 'choice', expression: 'o.level', filter: { kind: 'choice' }, choices: fromDictionary('organization-level') },
    status: {
      label: '状态',
      format: 'status',
      expression: 'o.status',
      sortable: true,
      filter: { kind: 'choice' },
      choices: [
        { value: 'pending', label: '待审核' },
        { value: 'active', label: '正常' },
        { value: 'rejected', label: '审核不通过' },
        { value: 'read-only', label: '已注销' },
        { value: 'merged', label: '已合并' },
      ],
    },
    contact: { label: '联系人', format: 'text', expression: 'o.contact' },
    address: { label: '地址', format: 'text', expression: 'o.address' },
  },
  order: { field: 'code', direction: 'ASC' },
});
