import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for, in the versions it asks for: compared with the list npm keeps of what it
 * installed, not by dates, which every checkout changes.
 */
export function isInstalled(repository) {
  const kept = join(repository, 'node_modules/.package-lock.json');
  if (!existsSync(kept)) return false;
  const wanted = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(kept, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || (present[path] && present[path].version === entry.version));
}

/** Installs the packages when some are missing or of another version. Development packages too: the application is built here. */
export async function install(repository, say) {
  if (isInstalled(repository)) return;
  const fresh = !existsSync(join(repository, 'node_modules'));
  say(fresh ? '正在安装依赖包（首次启动需要一至三分钟）…' : '依赖包有变化，正在更新…');
  await runCommand(['npm', fresh ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: repository });
}
