import type { Download, Locator, Page } from 'playwright-core';
import { type Answer, api, buildClerk, database, decide, type Office, type Person, pdf } from '../fixtures';
import { applicationUrl, openPage } from './browser';
import { readCertificate } from './read-certificate';
import { openAs } from './sign-in';

/**
 * One declaration from the professional's form to a certificate a stranger verifies (issue 2, journeys a–d). Each part goes on where the one
 * before has stopped: the demo professional lacks exactly the 24 specialty hours of this conference.
 */

const title = '全国基础教育课程改革学术年会';
const correctedTitle = `${title}（第十届）`;
const employer = '郑州市云帆中学';
const authority = '郑州市教育局（演示）';
const bureau = '郑州市人力资源和社会保障局（演示）';
const chinaDay = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = chinaDay.slice(0, 4);
const thirdDay = `${year}-01-03` < chinaDay ? `${year}-01-03` : chinaDay;

const textOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? '';
const seen = (locator: Locator): Promise<void> => locator.first().waitFor();
const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'detached' });
const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });
const sheet = (page: Page): Locator => page.getByRole('region', { name: '申报内容' });
const progress = (page: Page): Locator => page.getByRole('list', { name: '审核进度' });
const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
/** Opens the record of the story from the list in view. */
async function openRecord(page: Page): Promise<void> {
  await rowOf(page, title).first().getByRole('link').first().click();
  await seen(sheet(page));
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '查找学习形式' }).fill('学术会议');
  await page.getByRole('button', { name: /^学术会议/ }).click();
  await page.getByRole('textbox', { name: '学习内容（项目名称）' }).fill(title);
  await page.getByLabel('开始日期').fill(`${year}-01-01`);
  await page.getByLabel('结束日期').fill(thirdDay);
  await page.getByRole('combobox', { name: '会议级别' }).click();
  await page.getByRole('option', { name: '国家部委举办' }).click();
  await page.getByRole('textbox', { name: '天数' }).fill('3');
}

async function attach(page: Page, document: string, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `选择文件：${document}` }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: pdf(`${name} ${Date.now()}`) });
  await seen(page.getByText(new RegExp(`^${name}（`)));
}

let professional: Page;
let clerk: Page;
let city: Page;
let number: string;
let address: string;

describe('a professional declares a conference', () => {
  test('and sees the hours while typing, attaches a PDF and finds where it waits', async () => {
    professional = await openAs('professional');
    await seen(professional.getByText('还差 专业科目 24 学时'));
    await professional.getByRole('link', { name: '申报学时' }).click();
    await fillIn(professional);
    const quote = professional.getByRole('status').filter({ hasText: '可认定学时' });
    await seen(quote.getByText('18 学时', { exact: true }));
    await professional.getByRole('switch', { name: '宣读、报告论文' }).check();
    await seen(quote.getByText('24 学时', { exact: true }));
    await seen(quote.getByText('公需科目 0，专业科目 24'));
    await seen(quote.getByRole('listitem').filter({ hasText: '国家级学术会议' }));

    // What is missing is said at its place before anything is sent.
    await professional.getByRole('button', { name: '提交申报' }).click();
    await seen(professional.getByText('请上传会议通知'));
    await professional.getByRole('textbox', { name: '论文题目' }).fill('课程改革的十年');
    await attach(professional, '会议通知', 'notice.pdf');
    await professional.getByRole('button', { name: '提交申报' }).click();

    await seen(heading(professional, `学术会议 · ${title}`));
    await seen(sheet(professional).getByText('折算学时 24'));
    await seen(progress(professional).getByText(`等待 ${employer} 审核`));
    expect(await progress(professional).getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('提交申报'),
      expect.stringContaining(`等待 ${employer} 审核`),
      expect.stringContaining(authority),
      expect.stringContaining(bureau),
    ]);
    await professional.getByRole('link', { name: '首页' }).click();
    await seen(professional.getByText('另有 24 学时正在审核，审核通过后计入'));
  });

  test('takes it back and declares it again', async () => {
    await professional.getByRole('link', { name: title }).click();
    await professional.getByRole('button', { name: '撤销申报' }).click();
    await professional.getByRole('button', { name: '确认撤销申报' }).click();
    await seen(sheet(professional).getByText('已撤销'));
    await gone(professional.getByRole('button', { name: '撤销申报' }));
    await professional.getByRole('link', { name: '首页' }).click();
    await seen(professional.getByText('还差 专业科目 24 学时'));
    await gone(professional.getByText('正在审核，审核通过后计入'));

    await professional.getByRole('link', { name: '申报学时' }).click();
    await fillIn(professional);
    await professional.getByRole('switch', { name: '宣读、报告论文' }).check();
    await attach(professional, '会议通知', 'notice.pdf');
    await professional.getByRole('button', { name: '提交申报' }).click();
    await seen(progress(professional).getByText(`等待 ${employer} 审核`));
    address = new URL(professional.url()).pathname;
  });
});

describe('the employer', () => {
  test('finds it from the counter on the home page and returns it with a marked item', async () => {
    clerk = await openAs('employer');
    const counter = clerk
      .getByRole('main')
      .getByRole('link', { name: /待审核学时/ })
      .first();
    const waiting = Number(/(\d+)条/.exec((await textOf(counter)).replace(/\s/g, ''))?.[1]);
    await counter.click();
    await seen(clerk.getByText(`共 ${waiting} 条`));
    await openRecord(clerk);
    await clerk.getByRole('button', { name: /^退回修改/ }).click();
    const dialog = clerk.getByRole('dialog', { name: '退回修改：李晓雯' });
    await dialog.getByRole('button', { name: '证明材料与申报内容不符' }).click();
    await dialog.getByRole('checkbox', { name: '论文题目' }).check();
    await dialog.getByRole('textbox', { name: '“论文题目”的修改说明' }).fill('请填写论文题目');
    await dialog.getByRole('button', { name: '确认退回修改' }).click();
    await seen(clerk.getByText('退回修改：李晓雯'));
    await dialog.waitFor({ state: 'detached' });
  });

  test('is answered by a correction', async () => {
    await professional.getByRole('link', { name: '我的申报记录' }).click();
    await professional.getByRole('tab', { name: '退回修改' }).click();
    await openRecord(professional);
    await seen(progress(professional).getByText('理由：证明材料与申报内容不符'));
    await professional.getByRole('link', { name: '修改后重新提交' }).click();
    await seen(professional.getByText('退回原因：证明材料与申报内容不符'));
    await seen(professional.getByText('审核意见要求修改：请填写论文题目'));
    await professional.getByRole('textbox', { name: '论文题目' }).fill('课程改革的十年');
    await professional.getByRole('textbox', { name: '学习内容（项目名称）' }).fill(correctedTitle);
    await professional.getByRole('button', { name: '重新提交' }).click();
    await seen(heading(professional, `学术会议 · ${correctedTitle}`));
    await seen(progress(professional).getByText(`等待 ${employer} 审核`));
  });

  test('sees what was changed and approves by keyboard', async () => {
    await clerk.getByRole('link', { name: '首页' }).click();
    await clerk
      .getByRole('main')
      .getByRole('link', { name: /待审核学时/ })
      .first()
      .click();
    await openRecord(clerk);
    await seen(sheet(clerk).getByText(/^第 2 次提交修改了以下内容：.*论文题目/));
    await seen(sheet(clerk).getByText(`（原为 ${title}）`));
    await clerk.keyboard.press('Alt+A');
    await seen(clerk.getByText('通过：李晓雯'));
    await professional.goto(address);
    await seen(progress(professional).getByText(`等待 ${authority} 审核`));
  });
});

describe('the authority', () => {
  let other: Person;
  let taken: { id: number; professionalName: string };

  beforeAll(async () => {
    const { rows } = await database().query<Office>('select id, name, code, kind, region_code as "regionCode", path from organizations where name = $1', [
      authority,
    ]);
    if (!rows[0]) throw new Error(`the demo province has no ${authority}`);
    other = await buildClerk(rows[0], 'authority');
  });

  test('approves everything its filter shows, across pages; the row a colleague has decided meanwhile is reported', async () => {
    const page = await openAs('authority');
    await page
      .getByRole('main')
      .getByRole('link', { name: /待审核学时/ })
      .first()
      .click();
    const range = await textOf(page.getByRole('status').filter({ hasText: '第 1–25 条' }));
    const total = Number(/共 (\d+) 条/.exec(range)?.[1]);
    expect(total).toBeGreaterThan(25);
    await page.getByRole('button', { name: `选择全部 ${total} 条符合条件的记录` }).click();
    await seen(page.getByText(`已选中全部 ${total} 条符合当前筛选条件的记录`));

    const filter = encodeURIComponent(JSON.stringify({ tab: 'pending', lane: 'standard', year: Number(year) }));
    const list = await api<(typeof taken)[]>(`/api/panel/hour-reviews?filter=${filter}&range=[30,30]`, { as: other });
    if (!list.body[0]) throw new Error('the second page of the queue is empty');
    taken = list.body[0];
    const decided: Answer<unknown> = await decide(other, taken.id, 'reject', { reason: '证明材料与申报内容不符' });
    expect(decided.status).toBe(200);

    await page.getByRole('button', { name: '批量通过' }).click();
    const dialog = page.getByRole('dialog', { name: `通过 ${total} 条记录` });
    await dialog.getByRole('button', { name: `通过 ${total} 条` }).click();
    await seen(dialog.getByText(new RegExp(`已通过 ${total - 1} 条`)));
    await seen(dialog.getByText(/已被他人处理 1 条/));
    const line = dialog.getByRole('table', { name: '以下记录没有处理' }).getByRole('row').nth(1);
    expect(await textOf(line)).toContain(other.name);
    await dialog.getByRole('button', { name: '完成' }).click();
    await seen(page.getByText(`${year} 年度没有符合条件的数据`));
    await seen(page.getByText(/^其他年度还有 \d+ 条$/));
  });

  test('leaves the colleague’s decision as it was', async () => {
    const { rows } = await database().query<{ status: string; decisions: string }>(
      `select h.status, string_agg(d.decision, ',' order by d.id) filter (where d.organization_name = $2) as decisions
       from hour_records h join review_decisions d on d.subject = 'hour-record' and d.subject_id = h.id where h.id = $1 group by h.status`,
      [taken.id, authority],
    );
    expect(rows).toEqual([{ status: 'rejected', decisions: 'reject' }]);
  });
});

describe('the bureau', () => {
  test('approves; the year passes', async () => {
    city = await openAs('city', { address: '/hour-reviews' });
    await city.getByRole('searchbox', { name: '姓名' }).fill('李晓雯');
    await city.keyboard.press('Enter');
    await seen(city.getByText('共 1 条'));
    await openRecord(city);
    await city.keyboard.press('Alt+A');
    await seen(city.getByText('通过：李晓雯'));
    await professional.goto('/');
    await seen(professional.getByText('本年度已达标，年度认定结果：通过'));
    await seen(professional.getByRole('img', { name: '专业科目：已完成 60 学时，标准 60 学时' }));
  });

  test('has a certificate made: its text and its QR code are right, and a stranger finds it valid', async () => {
    number = (await textOf(professional.getByText(/^证书编号 /))).replace('证书编号 ', '');
    const waiting: Promise<Download> = professional.waitForEvent('download');
    await professional.getByRole('button', { name: '下载证书' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`${number}.pdf`);
    const certificate = await readCertificate(await download.path());
    for (const part of ['李晓雯', employer, number, year]) expect(certificate.text).toContain(part);
    expect(certificate.text).toMatch(/30.*60.*90|90/);

    const link = new URL(certificate.qr);
    expect(decodeURIComponent(link.pathname)).toBe(`/verify/${number}`);
    const stranger = await openPage();
    await stranger.goto(`${applicationUrl()}${link.pathname}${link.search}`);
    await seen(stranger.getByText('证书有效'));
    await seen(stranger.getByText(`90 学时（公需科目 30，专业科目 60）`));
    expect(await stranger.getByText('李晓雯').count()).toBe(0);
    expect(await stranger.getByText('校验码不符').count()).toBe(0);
  });

  test('revokes it; the verification page says so', async () => {
    await city.goto(address);
    await city.getByRole('button', { name: '撤回认定' }).click();
    const dialog = city.getByRole('dialog');
    await dialog.getByRole('button', { name: '证明材料与申报内容不符' }).click();
    await dialog.getByRole('button', { name: '确认撤回认定' }).click();
    await seen(sheet(city).getByText('已撤回认定'));
    const stranger = await openPage();
    await stranger.goto(`/verify/${encodeURIComponent(number)}`);
    await seen(stranger.getByText('证书已撤销'));
    await professional.goto('/');
    await seen(professional.getByText('还差 专业科目 24 学时'));
  });
});
