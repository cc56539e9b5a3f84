import type { Pack } from '@xueshi/core';
import { initialsOf } from '../initials';
import type { Offices, Trade } from './build-offices';
import { dayNumber, dayText } from './calendar';
import { demoAccount } from './demo-accounts';
import { inventedIdNumber, inventedMobile } from './invented-numbers';
import { inventedName } from './names';
import type { Random } from './random';
import type { AccountRow, MembershipRow, ProfessionalRow, TitleRow } from './rows';

/** A professional with what the later steps need to know. */
export interface Person {
  account: AccountRow;
  professional: ProfessionalRow;
  membership: MembershipRow;
  titles: TitleRow[];
  trade: Trade;
  /** First year of the career that counts here. */
  since: number;
}

export interface FirstPeopleIds {
  up_users: number;
  memberships: number;
  professionals: number;
  professional_titles: number;
}

const series: Record<Trade, string> = {
  school: '22',
  college: '01',
  hospital: '04',
  engineering: '05',
  agriculture: '06',
  finance: '17',
  media: '07',
  library: '09',
};
const majors: Record<Trade, string> = {
  school: '04',
  college: '07',
  hospital: '10',
  engineering: '08',
  agriculture: '09',
  finance: '02',
  media: '05',
  library: '12',
};
const schools = [
  '郑州大学',
  '河南大学',
  '河南师范大学',
  '河南农业大学',
  '河南科技大学',
  '华北水利水电大学',
  '河南工业大学',
  '洛阳师范学院',
  '南阳师范学院',
  '许昌学院',
];

/** Titles by series and level out of the pack's dictionary `title-name`. */
function titleNames(pack: Pack): (seriesCode: string, level: string) => string[] {
  const items = pack.dictionaries.find((dictionary) => dictionary.code === 'title-name')?.items ?? [];
  return (seriesCode, level) => items.filter((item) => item.parent === seriesCode && item.extra?.level === level).map((item) => item.name);
}

/**
 * Builds `count` professionals over the employers: the first is the demo account's. Titles follow the age; some have two with dates, a few lack
 * the date (then the present title holds and the result is flagged).
 */
export function buildPeople(pack: Pack, random: Random, offices: Offices, first: FirstPeopleIds, count: number, year: number): Person[] {
  const namesOf = titleNames(pack);
  const demo = demoAccount('professional');
  const home = offices.employers.find(({ organization }) => organization.name === demo.organizationName);
  if (!home) throw new Error(`no employer ${demo.organizationName}`);
  const people: Person[] = [];
  const taken = new Set<string>(offices.accounts.map((account) => account.id_number));
  let titleId = first.professional_titles;

  for (let n = 0; n < count; n++) {
    const employer = n === 0 ? home : (offices.employers[n % offices.employers.length] as (typeof offices.employers)[number]);
    const gender = n === 0 || random.chance(0.55) ? 'female' : 'male';
    const name = n === 0 ? demo.name : inventedName(random, gender);
    const age = n === 0 ? year - 1990 : random.between(24, 59);
    const birth = n === 0 ? demo.birth : dayText(dayNumber(`${year - age}-01-01`) + random.between(0, 364));
    let order = (gender === 'male' ? 101 : 102) + 2 * random.between(0, 390);
    let idNumber = n === 0 ? demo.idNumber : inventedIdNumber(birth, order);
    while (n > 0 && taken.has(idNumber)) {
      order = order >= 880 ? order - 780 : order + 2;
      idNumber = inventedIdNumber(birth, order);
    }
    taken.add(idNumber);
    const id = first.professionals + n;
    const account: AccountRow = { id: first.up_users + n, name, id_number: idNumber, mobile: inventedMobile(1000 + n) };
    const seriesCode = series[employer.trade];
    const started = year - age + random.between(22, 26);
    const master = random.chance(employer.trade === 'college' ? 0.8 : 0.25);

    const levels: [level: string, obtained: number][] = [['4', started + 1]];
    if (age >= 31) levels.push(['3', started + random.between(6, 8)]);
    if (age >= 39 && random.chance(0.6)) levels.push(['2', started + random.between(13, 17)]);
    if (age >= 48 && random.chance(0.2)) levels.push(['1', started + random.between(22, 26)]);
    const held = levels.filter(([, obtained]) => obtained < year).slice(-2);
    const undated = n > 0 && random.chance(0.03);
    const titles = held.map(([level, obtained], i): TitleRow => {
      const last = i === held.length - 1;
      return {
        id: titleId++,
        professional_id: id,
        series: seriesCode,
        level_code: level,
        name: namesOf(seriesCode, level)[0] ?? '专业技术人员',
        obtained_on: undated && last ? null : `${obtained}-${String(random.between(1, 12)).padStart(2, '0')}-15`,
        certificate_number: `演示职称${String(titleId).padStart(6, '0')}`,
        primary: last,
      };
    });
    people.push({
      account,
      professional: {
        id,
        account_id: account.id,
        organization_id: employer.organization.id,
        name,
        name_pinyin: initialsOf(name),
        gender,
        birth_date: birth,
        education: master ? '14' : '21',
        degree: master ? '3' : '4',
        school: random.pick(schools),
        major: majors[employer.trade],
        status: 'active',
      },
      membership: {
        id: first.memberships + n,
        account_id: account.id,
        user_type: 'professional',
        organization_id: employer.organization.id,
        professional_id: id,
        role: 'professional',
        super: false,
        status: 'active',
      },
      titles,
      trade: employer.trade,
      since: started,
    });
  }
  return people;
}
