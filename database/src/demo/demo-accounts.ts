import type { UserType } from '@xueshi/core';
import { inventedIdNumber } from './invented-numbers';

/** Of every account of the demo province. Printed at the start and in the README: the data is invented. */
export const demoPassword = 'Xueshi@2026';

export interface DemoAccount {
  code: 'province' | 'city' | 'county' | 'authority' | 'employer' | 'base' | 'professional';
  userType: UserType;
  name: string;
  birth: string;
  idNumber: string;
  password: string;
  organizationName: string;
  /** What to try with it. */
  note: string;
}

const account = (order: number, birth: string, given: Omit<DemoAccount, 'idNumber' | 'password' | 'birth'>): DemoAccount => ({
  ...given,
  birth,
  idNumber: inventedIdNumber(birth, order),
  password: demoPassword,
});

/** One ready account for every kind of user. Invented persons, see `inventedIdNumber`. */
export const demoAccounts: readonly DemoAccount[] = [
  account(1, '1976-03-12', {
    code: 'province',
    userType: 'bureau',
    name: '郑省之',
    organizationName: '河南省人力资源和社会保障厅（演示）',
    note: '省级人社部门：全省查询、跨市审核',
  }),
  account(3, '1979-08-25', {
    code: 'city',
    userType: 'bureau',
    name: '周市平',
    organizationName: '郑州市人力资源和社会保障局（演示）',
    note: '市级人社部门：终审，年度通过后自动核发证书',
  }),
  account(4, '1983-11-02', {
    code: 'county',
    userType: 'bureau',
    name: '吴县宁',
    organizationName: '中牟县人力资源和社会保障局（演示）',
    note: '县级人社部门',
  }),
  account(5, '1981-05-17', {
    code: 'authority',
    userType: 'authority',
    name: '林主任',
    organizationName: '郑州市教育局（演示）',
    note: '主管部门：待审核约 60 条，可按条件批量审核',
  }),
  account(6, '1987-01-30', { code: 'employer', userType: 'employer', name: '何人事', organizationName: '郑州市云帆中学', note: '用人单位：待审核约 10 条' }),
  account(7, '1985-09-09', { code: 'base', userType: 'base', name: '范基地', organizationName: '郑州市嵩阳继续教育基地', note: '继续教育基地' }),
  account(8, '1990-04-21', {
    code: 'professional',
    userType: 'professional',
    name: '李晓雯',
    organizationName: '郑州市云帆中学',
    note: '专业技术人员：本年度还差专业 24 学时，申报国家级学术会议 3 天并宣读论文即可达标',
  }),
];

/** The demo account of a kind; throws when there is none. */
export function demoAccount(code: DemoAccount['code']): DemoAccount {
  const found = demoAccounts.find((one) => one.code === code);
  if (!found) throw new Error(`no demo account ${code}`);
  return found;
}
