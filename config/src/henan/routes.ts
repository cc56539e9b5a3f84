import type { ReviewRouteInput } from '@xueshi/core';

const dueDays = 10;

/**
 * Review routes of hour records. A person's own claim climbs from the employer to the first bureau (decision 4; a bureau's
 * own people: one step at that bureau, decision 5). What an office declares starts at its superior (D12, D13, decision 6).
 * Rule 十三, the form `other`, goes on to a city bureau, a province-administered county's bureau or the province (decision 17).
 * Rosters of bases take each trainee's chain in a lane of their own (decision 7, D21).
 */
export const routes: readonly ReviewRouteInput[] = [
  {
    code: 'hour-person',
    name: '个人申报学时：用人单位—主管部门—人社部门',
    matter: 'hour-record',
    when: { sources: ['self', 'platform', 'import', 'makeup'] },
    steps: [{ kind: 'walk', from: 'self', until: 'first-bureau', dueDays }],
  },
  {
    code: 'hour-office',
    name: '机构申报学时：上级主管部门—人社部门',
    matter: 'hour-record',
    when: { sources: ['employer', 'authority', 'bureau'] },
    steps: [{ kind: 'walk', from: 'parent', until: 'first-bureau', dueDays }],
  },
  {
    code: 'hour-base',
    name: '继续教育基地申报学时：学员所在单位—主管部门—人社部门',
    matter: 'hour-record',
    when: { sources: ['base'] },
    lane: 'base',
    steps: [{ kind: 'walk', from: 'self', until: 'first-bureau', dueDays }],
  },
  {
    code: 'hour-person-other',
    name: '其他形式（十三）个人申报：至省辖市、省直管县（市）人社部门或省主管部门',
    matter: 'hour-record',
    when: { sources: ['self', 'platform', 'import', 'makeup'], forms: ['other'] },
    priority: 10,
    steps: [{ kind: 'walk', from: 'self', until: 'city-bureau', dueDays }],
  },
  {
    code: 'hour-office-other',
    name: '其他形式（十三）机构申报：至省辖市、省直管县（市）人社部门或省主管部门',
    matter: 'hour-record',
    when: { sources: ['employer', 'authority', 'bureau'], forms: ['other'] },
    priority: 10,
    steps: [{ kind: 'walk', from: 'parent', until: 'city-bureau', dueDays }],
  },
  {
    code: 'hour-base-other',
    name: '其他形式（十三）基地申报：至省辖市、省直管县（市）人社部门或省主管部门',
    matter: 'hour-record',
    when: { sources: ['base'], forms: ['other'] },
    priority: 10,
    lane: 'base',
    steps: [{ kind: 'walk', from: 'self', until: 'city-bureau', dueDays }],
  },
];
