import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** A journey is many steps, and the first page of a fresh server takes its time. */
jest.setTimeout(120_000);

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];

/** Address of the application under test, without a slash at its end. */
export function applicationUrl(): string {
  const url = process.env.XUESHI_E2E_URL;
  if (!url) throw new Error('XUESHI_E2E_URL is not set: run this test in the project "e2e"');
  return url;
}

/**
 * A page of a browser profile of its own (nobody signed in), Chinese, 1440x900 unless told. Everything is closed after the test file.
 * Relative addresses (`page.goto('/sign-in')`) lead to the application under test.
 */
export async function openPage(options: { width?: number; height?: number } = {}): Promise<Page> {
  const executablePath = process.env.XUESHI_E2E_CHROMIUM;
  if (!executablePath) throw new Error('没有找到 Chromium，请先安装（见 tests/e2e/find-chromium.mjs）');
  // As root Chromium only starts without its sandbox; it only ever opens pages of our own here.
  browser ??= await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const context = await browser.newContext({
    baseURL: applicationUrl(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    acceptDownloads: true,
  });
  contexts.push(context);
  return context.newPage();
}

afterAll(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await browser?.close();
  browser = undefined;
});
