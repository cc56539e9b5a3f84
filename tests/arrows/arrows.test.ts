import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Who may import whom (docs/architecture.md). A plugin reaches another through what that one exports, never its files. */
const allowed: Record<string, string[]> = {
  core: [],
  config: ['core'],
  database: ['core', 'config'],
  'plugins/review': ['core', 'plugins/panel', 'plugins/certificates'],
  'plugins/panel': ['core', 'plugins/review', 'plugins/certificates'],
  'plugins/certificates': ['core', 'plugins/review', 'plugins/panel'],
  cms: ['core', 'config', 'database', 'plugins/review', 'plugins/panel', 'plugins/certificates'],
  'admin-ui': ['core'],
};

/** What has no business in a workspace, whoever brings it. */
const forbidden: Record<string, RegExp> = {
  core: /^(@strapi\/|pg$|knex|koa|react|node:fs|fs$|node:crypto|@mui\/)/,
  config: /^(@strapi\/|pg$|knex|koa|react|node:|fs$)/,
  'admin-ui': /^(@strapi\/|pg$|knex|koa|node:|fs$)/,
};

const skipped = new Set(['node_modules', 'dist', 'build', '.strapi', '.cache', '.data']);

function sourcesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) return sourcesOf(file);
    return /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });
}

/** Module names in import and export statements, `import()` and `require()`. */
function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The workspace an import leads to: by package name or by a path that leaves the own one. */
function targetOf(name: string, file: string): string | undefined {
  const byName = /^@xueshi\/(plugin-)?([a-z-]+)/.exec(name);
  if (byName) return byName[1] ? `plugins/${byName[2]}` : byName[2];
  if (!name.startsWith('.')) return undefined;
  const target = path.relative(root, path.resolve(path.dirname(file), name)).split(path.sep);
  return target[0] === 'plugins' ? `plugins/${target[1]}` : target[0];
}

const files = Object.keys(allowed).flatMap((workspace) =>
  sourcesOf(path.join(root, workspace)).map((file) => ({ workspace, file, text: readFileSync(file, 'utf8') })),
);
const shown = (file: string): string => path.relative(root, file);

describe.each(Object.entries(allowed))('%s', (workspace, targets) => {
  const own = files.filter((entry) => entry.workspace === workspace);

  it(`imports only ${targets.join(', ') || 'itself'}`, () => {
    const wrong = own.flatMap(({ file, text }) =>
      importsOf(text)
        .map((name) => ({ name, target: targetOf(name, file) }))
        .filter(({ target }) => target !== undefined && target !== workspace && !targets.includes(target))
        .map(({ name }) => `${shown(file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches other workspaces by their package names only', () => {
    const wrong = own.flatMap(({ file, text }) =>
      importsOf(text)
        .filter((name) => (name.startsWith('.') ? targetOf(name, file) !== workspace : /^@xueshi\/[a-z-]+\/(?!package\.json|strapi-)/.test(name)))
        .map((name) => `${shown(file)} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('stays free of what is not its business', () => {
    const rule = forbidden[workspace];
    const wrong = rule
      ? own.flatMap(({ file, text }) =>
          importsOf(text)
            .filter((name) => rule.test(name))
            .map((name) => `${shown(file)} imports ${name}`),
        )
      : [];
    expect(wrong).toEqual([]);
  });
});

it('the plugins do not import one another in a circle', () => {
  const edges = new Map<string, Set<string>>();
  for (const { workspace, file, text } of files.filter((entry) => entry.workspace.startsWith('plugins/'))) {
    for (const name of importsOf(text)) {
      const target = targetOf(name, file);
      if (target?.startsWith('plugins/') && target !== workspace) edges.set(workspace, (edges.get(workspace) ?? new Set()).add(target));
    }
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(edges.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  expect([...edges.keys()].filter((plugin) => reaches(plugin, plugin))).toEqual([]);
});

it('raw SQL stands in *.sql.ts and in database/ only', () => {
  const statement = /\b(select\s[\s\S]{0,400}?\sfrom\s|insert\s+into\s+\w|update\s+\w+(\s+\w+)?\s+set\s|delete\s+from\s+\w|create\s+(table|index|trigger)\s)/;
  const literal = /`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g;
  const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  const wrong = files
    .filter(({ workspace, file }) => workspace !== 'database' && !file.endsWith('.sql.ts'))
    .filter(({ text }) => (withoutComments(text).match(literal) ?? []).some((words) => statement.test(words)))
    .map(({ file }) => shown(file));
  expect(wrong).toEqual([]);
});
