import { type Pack, type PackInput, pack } from '@xueshi/core';

/** Rows of one file of a pack. `file` is named in errors. */
export interface Part<T> {
  file: string;
  rows: readonly T[];
}
/** One object that stands alone in a file. */
export interface Single<T> {
  file: string;
  value: T;
}

type Tables = 'dictionaries' | 'regions' | 'learningForms' | 'requirements' | 'routes' | 'roles' | 'views';
type Singles = 'settings' | 'moduleNames';

/** A pack as it is written: every table in one file or several. */
export type PackSource = { code: string; name: string } & { [K in Tables]: readonly Part<PackInput[K][number]>[] } & { [K in Singles]: Single<PackInput[K]> };

const tables: readonly Tables[] = ['dictionaries', 'regions', 'learningForms', 'requirements', 'routes', 'roles', 'views'];

/**
 * Puts a pack together and parses it. Throws one Error that lists every fault as `file: key: message`, so that a wrong
 * reference stops the start where an administrator can find it.
 */
export function loadPack(source: PackSource): Pack {
  const joined: Record<string, unknown> = { code: source.code, name: source.name, settings: source.settings.value, moduleNames: source.moduleNames.value };
  for (const table of tables) joined[table] = rowsOf(source, table);
  const result = pack.safeParse(joined);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${place(source, issue.path)}: ${issue.message}`);
  throw new Error(`策略包 ${source.code} 有误：\n${faults.join('\n')}`);
}

function rowsOf(source: PackSource, table: Tables): readonly unknown[] {
  return source[table].flatMap((part: Part<unknown>) => part.rows);
}

/** `henan/forms/meeting.ts: conference.fields.1.dictionary` for a path of the parsed object. */
function place(source: PackSource, path: readonly PropertyKey[]): string {
  const [section, ...rest] = path.map(String);
  if (section === 'settings' || section === 'moduleNames') return `${source[section].file}: ${[section, ...rest].join('.')}`;
  const table = tables.find((name) => name === section);
  if (table === undefined) return path.map(String).join('.');
  const [index, ...key] = rest;
  let before = 0;
  for (const part of source[table] as readonly Part<unknown>[]) {
    const at = Number(index) - before;
    if (at < part.rows.length) return `${part.file}: ${[nameOf(part.rows[at], `${table}.${at}`), ...key].join('.')}`;
    before += part.rows.length;
  }
  return source[table].map((part) => part.file).join(', ') || table;
}

function nameOf(row: unknown, fallback: string): string {
  if (typeof row !== 'object' || row === null) return fallback;
  if ('code' in row) return String(row.code);
  return 'resource' in row && 'userType' in row ? `${String(row.resource)}/${String(row.userType)}` : fallback;
}
