import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium on this machine (CHROMIUM names another one); undefined when there is none. */
export const findChromium = () => places.find((place) => place && existsSync(place));

/**
 * Makes sure there is a Chromium with Chinese letters: installs Debian's when root may.
 * @throws Error saying what to install otherwise
 */
export async function ensureChromium({ say }) {
  if (findChromium()) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('浏览器测试需要 Chromium。请安装（Debian/Ubuntu：sudo apt-get install chromium fonts-noto-cjk），或用环境变量 CHROMIUM 指明其路径。');
  }
  say('正在安装 Chromium（浏览器测试用）…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit', env });
  if (status !== 0 || !findChromium()) throw new Error('Chromium 没有装上，请手工安装后再运行。');
}
