import type { OrganizationKind, Pack } from '@xueshi/core';
import { initialsOf } from '../initials';
import { type DemoAccount, demoAccounts } from './demo-accounts';
import { inventedCreditCode, inventedIdNumber, inventedMobile } from './invented-numbers';
import { inventedName } from './names';
import type { Random } from './random';
import type { AccountRow, MembershipRow, OrganizationRow } from './rows';

/** What the people of an employer do for a living. */
export type Trade = 'school' | 'college' | 'hospital' | 'engineering' | 'agriculture' | 'finance' | 'media' | 'library';

/** The offices of the province, the clerk of each, and the trade of each employer. */
export interface Offices {
  organizations: OrganizationRow[];
  accounts: AccountRow[];
  memberships: MembershipRow[];
  /** Organization id -> its clerk's membership. */
  clerks: Map<number, MembershipRow>;
  employers: { organization: OrganizationRow; trade: Trade }[];
}

/** Ids of new rows go on from these. */
export interface FirstIds {
  organizations: number;
  up_users: number;
  memberships: number;
}

const cities = ['410100', '410200', '410300', '411000', '411300'];
const counties: Record<string, string[]> = {
  '410100': ['410122', '410181', '410105'],
  '410200': ['410225', '410221'],
  '410300': ['410324', '410307'],
  '411000': ['411081', '411025'],
  '411300': ['411381', '411328'],
};

/** Employers below an office: name, trade; `{}` stands for the place. */
const provincial: [authority: string, employers: [name: string, trade: Trade][]][] = [
  [
    '河南省教育厅（演示）',
    [
      ['中原文理学院', 'college'],
      ['河南嵩岳职业大学', 'college'],
      ['豫州师范学院', 'college'],
    ],
  ],
  [
    '河南省卫生健康委员会（演示）',
    [
      ['河南省慈济医院', 'hospital'],
      ['河南省康平妇幼保健院', 'hospital'],
    ],
  ],
  [
    '河南省住房和城乡建设厅（演示）',
    [
      ['河南省九州建筑设计研究院', 'engineering'],
      ['河南天中工程咨询有限公司', 'engineering'],
    ],
  ],
  ['河南省农业农村厅（演示）', [['河南省禾丰农业科学研究所', 'agriculture']]],
];
const municipal: [authority: string, employers: [name: string, trade: Trade][]][] = [
  [
    '{}教育局（演示）',
    [
      ['{}云帆中学', 'school'],
      ['{}向阳小学', 'school'],
      ['{}明德高级中学', 'school'],
    ],
  ],
  [
    '{}卫生健康委员会（演示）',
    [
      ['{}惠民医院', 'hospital'],
      ['{}安和中医院', 'hospital'],
    ],
  ],
];
const countyEmployers: [name: string, trade: Trade][] = [
  ['{}育英学校', 'school'],
  ['{}仁和人民医院', 'hospital'],
];
/** Directly below a city's bureau: their claims go from the employer to the bureau (decision 4). */
const direct: Record<string, [name: string, trade: Trade]> = {
  '410100': ['郑州金穗软件股份有限公司', 'engineering'],
  '410200': ['开封汴水传媒有限公司', 'media'],
  '410300': ['洛阳牡丹图书档案馆', 'library'],
  '411000': ['许昌鼎盛会计服务有限公司', 'finance'],
  '411300': ['南阳卧龙农业技术推广站', 'agriculture'],
};
const bases: [name: string, region: string][] = [
  ['河南省中州继续教育基地', '410000'],
  ['郑州市嵩阳继续教育基地', '410100'],
  ['洛阳市伊川继续教育基地', '410300'],
  ['南阳市宛城继续教育基地', '411300'],
];

const natures: Record<Trade, string> = {
  school: '21',
  college: '21',
  hospital: '22',
  engineering: '33',
  agriculture: '21',
  finance: '33',
  media: '35',
  library: '21',
};
const roles: Record<OrganizationKind, string> = {
  bureau: 'bureau-administrator',
  authority: 'authority-administrator',
  employer: 'employer-administrator',
  base: 'base-administrator',
};

/** Builds the tree of offices: province, cities, counties, their authorities, employers and bases, parents first. */
export function buildOffices(pack: Pack, random: Random, first: FirstIds, openedAt: string): Offices {
  const regionNames = new Map(pack.regions.map((region) => [region.code, region.name]));
  const placeName = (code: string): string => {
    const name = regionNames.get(code);
    if (!name) throw new Error(`the pack has no region ${code}`);
    return name;
  };
  const offices: Offices = { organizations: [], accounts: [], memberships: [], clerks: new Map(), employers: [] };

  const addClerk = (organization: OrganizationRow): void => {
    const ready: DemoAccount | undefined = demoAccounts.find((one) => one.userType !== 'professional' && one.organizationName === organization.name);
    const order = offices.accounts.length;
    const gender = random.chance(0.5) ? 'male' : 'female';
    const name = ready?.name ?? inventedName(random, gender);
    const birth = `${1970 + (order % 25)}-${String(1 + (order % 12)).padStart(2, '0')}-${String(1 + (order % 28)).padStart(2, '0')}`;
    const account: AccountRow = {
      id: first.up_users + order,
      name,
      id_number: ready?.idNumber ?? inventedIdNumber(birth, 900 + (order % 100)),
      mobile: inventedMobile(order),
    };
    const membership: MembershipRow = {
      id: first.memberships + offices.memberships.length,
      account_id: account.id,
      user_type: organization.kind,
      organization_id: organization.id,
      professional_id: null,
      role: roles[organization.kind],
      super: true,
      status: 'active',
    };
    organization.contact = name;
    offices.accounts.push(account);
    offices.memberships.push(membership);
    offices.clerks.set(organization.id, membership);
  };

  const add = (name: string, kind: OrganizationKind, region: string, parent: OrganizationRow | null, nature = '11'): OrganizationRow => {
    const n = offices.organizations.length;
    const depth = region.endsWith('0000') ? 0 : region.endsWith('00') ? 1 : 2;
    const prefix = nature === '11' ? '11' : nature.startsWith('2') ? '12' : '91';
    const organization: OrganizationRow = {
      id: first.organizations + n,
      code: inventedCreditCode(prefix, n + 1),
      name,
      name_pinyin: initialsOf(name),
      kind,
      parent_id: parent?.id ?? null,
      region_code: region,
      nature,
      level: kind === 'employer' || kind === 'base' ? (['5', '7', '9'][depth] ?? '9') : (['1', '3', '5'][depth] ?? '5'),
      affiliation: ['2', '3', '4'][depth] ?? '4',
      address: `${placeName(region)}演示路${n + 1}号`,
      contact: '',
      phone: `0371-0000${String(n + 1).padStart(4, '0')}`,
      status: 'active',
      created_at: openedAt,
    };
    offices.organizations.push(organization);
    addClerk(organization);
    return organization;
  };
  const employ = (name: string, trade: Trade, region: string, parent: OrganizationRow): void => {
    offices.employers.push({ organization: add(name, 'employer', region, parent, natures[trade]), trade });
  };

  const province = add('河南省人力资源和社会保障厅（演示）', 'bureau', '410000', null);
  for (const [name, employers] of provincial) {
    const authority = add(name, 'authority', '410000', province);
    for (const [employer, trade] of employers) employ(employer, trade, '410000', authority);
  }
  for (const city of cities) {
    const place = placeName(city);
    const bureau = add(`${place}人力资源和社会保障局（演示）`, 'bureau', city, province);
    for (const [name, employers] of municipal) {
      const authority = add(name.replace('{}', place), 'authority', city, bureau);
      for (const [employer, trade] of employers) employ(employer.replace('{}', place), trade, city, authority);
    }
    const below = direct[city];
    if (below) employ(below[0], below[1], city, bureau);
    for (const county of counties[city] ?? []) {
      const countyPlace = placeName(county);
      const countyBureau = add(`${countyPlace}人力资源和社会保障局（演示）`, 'bureau', county, bureau);
      const authority = add(`${countyPlace}教育卫生主管部门（演示）`, 'authority', county, countyBureau);
      for (const [employer, trade] of countyEmployers) employ(employer.replace('{}', countyPlace), trade, county, authority);
    }
  }
  for (const [name, region] of bases) {
    const bureau = offices.organizations.find((one) => one.kind === 'bureau' && one.region_code === region);
    add(name, 'base', region, bureau ?? province, '21');
  }
  return offices;
}
