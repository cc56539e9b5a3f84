import { type DemoAccount, demoAccounts } from '@xueshi/database';
import type { Page } from 'playwright-core';
import { openPage } from './browser';

const userTypes: Record<DemoAccount['userType'], string> = {
  bureau: '人社部门',
  authority: '主管部门',
  employer: '用人单位',
  base: '继教基地',
  professional: '专技人员',
};

/** The ready account of the demo province for a kind of user. */
export function demoAccount(code: DemoAccount['code']): DemoAccount {
  const found = demoAccounts.find((account) => account.code === code);
  if (!found) throw new Error(`the demo province has no account ${code}`);
  return found;
}

/** Fills in the sign-in page a person is looking at and waits for the panel. */
export async function signInOn(page: Page, code: DemoAccount['code']): Promise<void> {
  const account = demoAccount(code);
  await page.getByRole('radio', { name: userTypes[account.userType] }).check();
  await page.getByRole('textbox', { name: '身份证号' }).fill(account.idNumber);
  await page.getByRole('textbox', { name: '密码' }).fill(account.password);
  await page.getByRole('button', { name: '登 录' }).click();
  await page.getByRole('button', { name: '打开菜单' }).waitFor();
}

/** A page of a browser of its own in which the demo account is signed in, on the home page or where `address` says. */
export async function openAs(code: DemoAccount['code'], options: { address?: string; width?: number; height?: number } = {}): Promise<Page> {
  const page = await openPage(options);
  const next = options.address ? `?next=${encodeURIComponent(options.address)}` : '';
  await page.goto(`/sign-in${next}`);
  await signInOn(page, code);
  return page;
}
