import { defineResource } from '@xueshi/plugin-panel';

const subtree = { by: 'path', expression: 'o.path', joins: ['o'] } as const;
const snapshot = (name: string): string => `c.snapshot->>'${name}'`;

/**
 * 电子证书 (F06, F08): the holder's own, and those of the people an office has in its subtree today. What is shown is the
 * frozen snapshot; who may see it follows the holder's present organization. Also decides who may download the file.
 */
export const certificates = defineResource({
  name: 'certificates',
  label: '电子证书',
  modules: { bureau: ['certificate'], authority: ['certificate'], employer: ['certificate'], professional: ['certificate'] },
  base: { table: 'certificates', alias: 'c', row: 'c.id' },
  joins: {
    a: { sql: 'join up_users a on a.id = c.holder_account_id' },
    p: { sql: 'join professionals p on p.account_id = c.holder_account_id' },
    o: { sql: 'join organizations o on o.id = p.organization_id', after: ['p'] },
  },
  scopes: { bureau: subtree, authority: subtree, employer: subtree, professional: { by: 'account', expression: 'c.holder_account_id' } },
  fields: {
    number: { label: '证书编号', format: 'text', expression: 'c.number', filter: { kind: 'text', match: 'equals' } },
    professionalName: {
      label: '姓名',
      format: 'text',
      expression: snapshot('name'),
      filter: { kind: 'text', match: 'name', grams: 'p.name_grams', initials: 'p.name_pinyin', on: { expression: 'p.name', joins: ['p'] } },
    },
    maskedIdNumber: {
      label: '身份证号',
      format: 'masked',
      expression: snapshot('maskedIdNumber'),
      filter: { kind: 'text', match: 'id-number', on: { expression: 'a.id_number_digest', joins: ['a'] } },
    },
    organizationName: {
      label: '工作单位',
      format: 'text',
      expression: snapshot('organizationName'),
      filter: { kind: 'organization', on: { expression: 'o.path', joins: ['o'] } },
    },
    titleLevel: { label: '职称级别', format: 'text', expression: snapshot('titleLevel') },
    year: { label: '认证年度', format: 'integer', expression: 'c.year', filter: { kind: 'year' } },
    generalHours: { label: '公需学时', format: 'hours', expression: `(${snapshot('generalHours')})::numeric` },
    specialtyHours: { label: '专业学时', format: 'hours', expression: `(${snapshot('specialtyHours')})::numeric` },
    status: {
      label: '证书状态',
      format: 'status',
      expression: 'c.status',
      filter: { kind: 'choice' },
      choices: [
        { value: 'valid', label: '有效' },
        { value: 'revoked', label: '已作废' },
      ],
    },
    edition: { label: '版次', format: 'integer', expression: 'c.edition' },
    issuedAt: { label: '核发时间', format: 'datetime', expression: 'c.issued_at', sortable: true, filter: { kind: 'range', of: 'instant' } },
    revokedAt: { label: '作废时间', format: 'datetime', expression: 'c.revoked_at' },
    revokeReason: { label: '作废原因', format: 'text', expression: 'c.revoke_reason' },
  },
  // Who sees the row may open its verification page with the code.
  extra: { verificationCode: { expression: 'c.verification_code' } },
  carries: ['verificationCode'],
  order: { field: 'issuedAt', direction: 'DESC' },
});
