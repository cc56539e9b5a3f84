import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { axeViolations, overflow } from './axe';
import { openPage } from './browser';
import { demoAccount, openAs, signInOn } from './sign-in';

/** Pages for themselves: accessible, at home on a phone, light, reachable by keyboard and by address. */

const phone = { width: 390, height: 844 };
const main = (page: Page) => page.getByRole('main');

describe('axe finds nothing on', () => {
  test('the pages before signing in', async () => {
    const page = await openPage();
    for (const [address, heading] of [
      ['/sign-in', '登录'],
      ['/register', '注册须知'],
      ['/verify', '证书验证'],
      ['/verify/XX-2020-000000-0000001', '证书验证'],
    ] as const) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText('正在验证…').waitFor({ state: 'detached' });
      expect([address, await axeViolations(page)]).toEqual([address, []]);
    }
  });

  test('the pages of a professional', async () => {
    const page = await openAs('professional');
    await page.getByRole('img', { name: /^公需科目/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '申报学时' }).click();
    await page.getByRole('button', { name: /^学术会议/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^学术会议/ }).click();
    await page.getByRole('textbox', { name: '学习内容（项目名称）' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    // With everything in the wrong.
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('请上传会议通知').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '我的申报记录' }).click();
    await main(page).getByRole('table').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await main(page).getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('list', { name: '审核进度' }).getByRole('listitem').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('the pages of an office, its dialogs open', async () => {
    const page = await openAs('city');
    await main(page)
      .getByRole('link', { name: /待审核学时/ })
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await main(page)
      .getByRole('link', { name: /待审核学时/ })
      .first()
      .click();
    await main(page).getByRole('row').nth(1).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('checkbox', { name: '选择本页全部' }).check();
    await page.getByRole('button', { name: '批量不通过' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });

    await main(page).getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('list', { name: '审核进度' }).getByRole('listitem').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^退回修改/ }).click();
    await dialog.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();

    await page.getByRole('link', { name: '专技人员信息查询' }).click();
    await main(page).getByRole('row').nth(1).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe('on a phone nothing scrolls sideways on', () => {
  test('the sign-in page and the pages of a professional', async () => {
    const page = await openPage(phone);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '登 录' }).waitFor();
    expect(await overflow(page)).toBe(0);
    await signInOn(page, 'professional');
    await page.getByRole('img', { name: /^公需科目/ }).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.goto('/declare');
    await page.getByRole('button', { name: /^学术会议/ }).click();
    await page.getByRole('textbox', { name: '天数' }).waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('the home page, the queue and a record of an office', async () => {
    const page = await openAs('city', phone);
    const counter = main(page)
      .getByRole('link', { name: /待审核学时/ })
      .first();
    await counter.waitFor();
    expect(await overflow(page)).toBe(0);
    await counter.click();
    await main(page).getByRole('listitem').first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await main(page).getByRole('list', { name: '学时（分）审核' }).getByRole('link').first().click();
    await page.getByRole('list', { name: '审核进度' }).getByRole('listitem').first().waitFor();
    expect(await overflow(page)).toBe(0);
  });
});

test('the sign-in page needs less than 300 kB of script, gzipped, and comes compressed', async () => {
  const page = await openPage();
  const scripts: { url: string; bytes: number; encoding: string }[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push({ url: response.url(), bytes: 0, encoding: response.headers()['content-encoding'] ?? 'none' });
  });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: '登 录' }).waitFor();
  await page.waitForLoadState('networkidle');
  for (const script of scripts) {
    const answer = await fetch(script.url, { headers: { 'accept-encoding': 'identity' } });
    script.bytes = gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter(({ encoding }) => encoding === 'none')).toEqual([]);
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(300_000);
});

test('somebody without a mouse signs in', async () => {
  const page = await openPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: '登 录' }).waitFor();
  const { idNumber, password } = demoAccount('professional');
  const focused = () => page.locator(':focus');
  await page.keyboard.press('Tab');
  for (let i = 0; i < 6 && (await focused().getAttribute('type')) !== 'radio'; i++) await page.keyboard.press('Tab');
  for (let i = 0; i < 5 && !(await page.getByRole('radio', { name: '专技人员' }).isChecked()); i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type(idNumber);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '我的继续教育' }).waitFor();
  // The first stop leads past the menu.
  await page.keyboard.press('Tab');
  expect(await focused().textContent()).toBe('跳到主要内容');
});

test('a filter lives in the address: a reload keeps the list, back goes back', async () => {
  const page = await openAs('city', { address: '/hour-records' });
  const count = () => page.getByRole('status').filter({ hasText: '共 ' }).first().textContent();
  await main(page).getByRole('row').nth(1).waitFor();
  const all = await count();
  await page.getByRole('combobox', { name: '学习形式' }).selectOption({ label: '学术会议' });
  await page.waitForURL(/conference/);
  await page.waitForFunction((before) => !document.body.textContent?.includes(before), all?.split('，')[0] ?? '');
  const conferences = await count();
  expect(conferences).not.toBe(all);
  await page.reload();
  await main(page).getByRole('row').nth(1).waitFor();
  expect(await count()).toBe(conferences);
  await main(page).getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('region', { name: '申报内容' }).waitFor();
  await page.goBack();
  await main(page).getByRole('row').nth(1).waitFor();
  expect(await count()).toBe(conferences);
});

test('an address of another role shows a clear page', async () => {
  const page = await openAs('professional', { address: '/hour-reviews' });
  await page.getByText('页面不存在，或您当前的角色账户没有此项功能。').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // Somebody else's record: the demo professional's own are the first ones.
  await page.goto('/hour-records/9000/show');
  await page.getByText('没有找到该记录，或不在您的管理范围内').first().waitFor();
});

test('an ended session goes to sign-in and comes back to the page', async () => {
  const page = await openAs('employer', { address: '/professionals' });
  await main(page).getByRole('row').nth(1).waitFor();
  await page.context().clearCookies();
  await page.getByRole('link', { name: '学时申报记录' }).click();
  await page.getByText('登录已失效或尚未登录，登录后将回到原来的页面。').waitFor();
  await signInOn(page, 'employer');
  await page.getByRole('heading', { level: 1, name: '学时申报记录' }).waitFor();
});
