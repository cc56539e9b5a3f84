import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compressFiles } from './compress-files.mjs';
import { takeLock } from './lock.mjs';
import { runCommand } from './run-command.mjs';
import { StartProblem } from './start-problem.mjs';

/** Folders that hold no input of a build. */
const outputs = new Set(['node_modules', 'dist', 'build', '.cache', '.strapi', '.data']);

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !outputs.has(name))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

/** Digest of names and contents: the same after a checkout back and forth, whatever the dates say. */
function digestOf(repository, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesOf(join(repository, input)))) {
    hash.update(relative(repository, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const node = process.execPath;
const bin = (repository, path) => join(repository, 'node_modules', path);
const pluginFiles = (repository) => readdirSync(join(repository, 'plugins')).flatMap((name) => [`plugins/${name}/package.json`, `plugins/${name}/admin`]);

/** What is bundled for browsers, slowly, and therefore only when its inputs have changed. */
const bundles = [
  {
    name: 'panel',
    label: '工作台',
    takes: '约十秒',
    result: 'admin-ui/dist/index.html',
    inputs: () => ['package-lock.json', 'core/src', 'admin-ui'],
    run: async (repository) => {
      await runCommand([node, bin(repository, 'vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: join(repository, 'admin-ui'), quiet: true });
      compressFiles(join(repository, 'admin-ui/dist'));
    },
  },
  {
    name: 'admin',
    label: 'CMS 管理后台',
    takes: '约一分钟，以后仅在它有变化时重新构建',
    result: 'cms/dist/build/index.html',
    inputs: (repository) => [
      'package-lock.json',
      'cms/package.json',
      'cms/src/admin',
      'cms/config',
      'database/launcher/build-admin.cjs',
      ...pluginFiles(repository),
    ],
    run: (repository) =>
      runCommand([node, join(repository, 'database/launcher/build-admin.cjs')], { cwd: join(repository, 'cms'), env: { NODE_ENV: 'production' }, quiet: true }),
  },
];

/** Compiles every workspace that changed (about one second when none did). */
export async function compile(repository) {
  removeOrphans(join(repository, 'cms/dist'), join(repository, 'cms'));
  await runCommand([node, bin(repository, 'typescript/bin/tsc'), '-b'], { cwd: repository });
}

/**
 * Compiles the workspaces and bundles what the browsers get, each only when something it is made of has changed. One build of a clone at a time:
 * a second one waits.
 * @param {{ admin?: boolean, panel?: boolean, say: (text: string) => void }} options false: leave that bundle out
 */
export async function build(repository, { admin = true, panel = true, say }) {
  const lock = await waitForLock(join(repository, '.cache/build.lock'));
  try {
    const sayOnce = existsSync(join(repository, 'cms/dist/server.js')) ? () => {} : say;
    sayOnce('正在编译（约十秒）…');
    await compile(repository);
    for (const bundle of bundles) {
      if ((bundle.name === 'admin' && !admin) || (bundle.name === 'panel' && !panel)) continue;
      await makeBundle(repository, bundle, say);
    }
  } finally {
    lock.release();
  }
}

async function makeBundle(repository, bundle, say) {
  const digest = digestOf(repository, bundle.inputs(repository));
  const note = join(repository, '.cache/builds', bundle.name);
  if (existsSync(join(repository, bundle.result)) && existsSync(note) && readFileSync(note, 'utf8') === digest) return;
  say(`正在构建${bundle.label}（${bundle.takes}）…`);
  rmSync(note, { force: true });
  await bundle.run(repository);
  if (!existsSync(join(repository, bundle.result))) throw new StartProblem(`构建${bundle.label}没有产生 ${bundle.result}`);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, digest);
}

async function waitForLock(file) {
  for (;;) {
    const lock = await takeLock(file, {});
    if (lock.release) return lock;
    await sleep(500);
  }
}

/** Strapi loads every file it finds below dist/src: one whose source was deleted would live on there. */
function removeOrphans(dist, source) {
  for (const part of ['src', 'config']) {
    const compiled = join(dist, part);
    if (!existsSync(compiled)) continue;
    for (const file of filesOf(compiled)) {
      const origin = join(source, relative(dist, file));
      const candidates = file.endsWith('.js') ? [origin.replace(/\.js$/, '.ts'), origin.replace(/\.js$/, '.tsx')] : [origin];
      if (!candidates.some((candidate) => existsSync(candidate))) rmSync(file);
    }
  }
}
