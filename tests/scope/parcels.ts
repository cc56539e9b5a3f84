import type { Identity, Module, UserType } from '@xueshi/core';
import { modules, userTypes } from '@xueshi/core';
import { defineResource, type Environment, type PanelPolicy } from '@xueshi/plugin-panel';

/** A resource that has nothing to do with hours: the compiler knows only what is declared. */
export const parcels = defineResource({
  name: 'parcels',
  label: '包裹',
  modules: { bureau: ['hour-review'], authority: ['hour-review'], employer: ['hour-review'], professional: ['hour-record'] },
  base: { table: 'parcels', alias: 'x', row: 'x.id', id: 'x.parcel_id', where: "x.kind = 'parcel'" },
  joins: {
    o: { sql: 'join organizations o on o.id = x.sender_id' },
    city: { sql: 'left join regions city on city.code = o.region_code', after: ['o'] },
    person: { sql: 'join professionals person on person.id = x.person_id' },
  },
  scopes: {
    bureau: { by: 'path', expression: 'o.path', joins: ['o'] },
    authority: {
      by: 'any',
      of: [
        { by: 'organization', expression: 'x.desk_id' },
        { by: 'path', expression: 'o.path', joins: ['o'] },
      ],
    },
    professional: {
      by: 'all',
      of: [
        { by: 'professional', expression: 'x.person_id' },
        { by: 'account', expression: 'x.account_id' },
      ],
    },
  },
  fields: {
    name: {
      label: '收件人',
      format: 'text',
      expression: 'person.name',
      joins: ['person'],
      filter: { kind: 'text', match: 'name', grams: 'person.name_grams', initials: 'person.name_pinyin' },
    },
    idNumber: {
      label: '证件号码',
      format: 'masked',
      expression: 'x.mask',
      filter: { kind: 'text', match: 'id-number', on: { expression: 'x.digest' } },
    },
    code: { label: '单号', format: 'text', expression: 'x.code', sortable: true, filter: { kind: 'text', match: 'prefix' } },
    note: { label: '备注', format: 'longtext', expression: 'x.note', filter: { kind: 'text', match: 'contains' } },
    state: { label: '状态', format: 'status', expression: 'x.state', filter: { kind: 'choice' }, choices: [{ value: 'new', label: '新' }] },
    states: { label: '多状态', format: 'status', expression: 'x.state', filter: { kind: 'choices' } },
    year: { label: '年度', format: 'integer', expression: 'x.year', filter: { kind: 'year' }, sortable: true },
    weight: { label: '重量', format: 'hours', expression: 'x.weight', filter: { kind: 'range', of: 'number' }, sortable: { expression: 'x.grams' } },
    sentOn: { label: '寄出日期', format: 'date', expression: 'x.sent_on', filter: { kind: 'range', of: 'day' } },
    sentAt: { label: '寄出时间', format: 'datetime', expression: 'x.sent_at', sortable: true, filter: { kind: 'range', of: 'instant' } },
    fragile: { label: '易碎', format: 'boolean', expression: 'x.fragile', filter: { kind: 'boolean' } },
    sender: { label: '寄件单位', format: 'reference', expression: 'x.sender_id', filter: { kind: 'organization', on: { expression: 'o.path', joins: ['o'] } } },
    owner: { label: '物主', format: 'reference', expression: 'x.owner_id', filter: { kind: 'choice' } },
    region: {
      label: '地区',
      format: 'text',
      expression: 'city.name',
      joins: ['city'],
      filter: { kind: 'region', on: { expression: 'city.code', joins: ['city'] } },
    },
    plain: { label: '无操作', format: 'text', expression: 'x.plain' },
  },
  extra: { secret: { expression: 'x.secret' } },
  order: { field: 'sentAt', direction: 'ASC' },
  tabs: {
    waiting: {
      label: '待办',
      where: { expression: "x.state = 'new'" },
      scopes: { bureau: { by: 'organization', expression: 'x.desk_id' }, authority: { by: 'organization', expression: 'x.desk_id' } },
    },
    all: { label: '全部' },
  },
  defaultTab: 'waiting',
});

const emptyPolicy = { views: [], learningForms: new Map(), dictionaries: new Map(), regions: new Map() } as unknown as PanelPolicy;

export const environment = (idNumbers: Environment['idNumbers'] = 'accepted'): Environment => ({
  policy: emptyPolicy,
  digest: (idNumber) => `digest-of-${idNumber.length}`,
  idNumbers,
});

/** An identity that may do everything of its user type, unless told otherwise. */
export const identityOf = (userType: UserType, given: Partial<Identity> = {}): Identity => ({
  sessionId: 's',
  accountId: 11,
  accountName: '某人',
  membershipId: 12,
  userType,
  organizationId: 13,
  organizationName: '某单位',
  organizationKind: userType === 'professional' ? 'employer' : userType,
  organizationPath: '1.7.13.',
  professionalId: userType === 'professional' ? 14 : null,
  modules: new Set<Module>(modules),
  super: false,
  readOnly: false,
  mustChangePassword: false,
  ...given,
});

export { userTypes };
