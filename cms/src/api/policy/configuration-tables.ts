import type { Pack } from '@xueshi/core';

export type SqlType = 'text' | 'int' | 'boolean' | 'jsonb';
/** One row of a configuration table by column name, as JSON. */
export type ConfigurationRow = Record<string, unknown>;

/** A table whose defaults the policy pack holds. */
export interface ConfigurationTable {
  name: ConfigurationTableName;
  /** Columns that identify a row. */
  key: readonly string[];
  columns: Readonly<Record<string, SqlType>>;
  /** Rows of the pack, every column given. */
  rowsOf(pack: Pack): ConfigurationRow[];
}

/** Identifies a row within its table. */
export const keyOf = (table: ConfigurationTable, row: ConfigurationRow): string => table.key.map((name) => row[name]).join('\u0000');

export const configurationTableNames = [
  'regions',
  'dictionary_items',
  'settings',
  'learning_forms',
  'requirements',
  'review_routes',
  'panel_roles',
  'panel_views',
] as const;
export type ConfigurationTableName = (typeof configurationTableNames)[number];

/** The row of `settings` that names the permission modules. */
export const moduleNamesCode = 'moduleNames';

const defined = { code: 'text', name: 'text', sort: 'int', enabled: 'boolean', definition: 'jsonb' } as const;

/** The columns a definition is not repeated in: they are the row's own. */
function definedRow<T extends { code: string; name: string; enabled: boolean }>(item: T, sort: number): ConfigurationRow {
  const { code, name, enabled, ...definition } = item;
  return { code, name, sort, enabled, definition };
}

/** Regions first: organizations refer to them, and the rest refers to dictionaries and forms. */
export const configurationTables: readonly ConfigurationTable[] = [
  {
    name: 'regions',
    key: ['code'],
    columns: { code: 'text', name: 'text', parent_code: 'text', level: 'text', province_direct: 'boolean' },
    rowsOf: (pack) => pack.regions.map((r) => ({ code: r.code, name: r.name, parent_code: r.parent, level: r.level, province_direct: r.provinceDirect })),
  },
  {
    name: 'dictionary_items',
    key: ['dictionary', 'code'],
    columns: { dictionary: 'text', code: 'text', name: 'text', parent: 'text', sort: 'int', enabled: 'boolean', note: 'text', extra: 'jsonb' },
    rowsOf: (pack) =>
      pack.dictionaries.flatMap((dictionary) =>
        dictionary.items.map((item, at) => ({
          dictionary: dictionary.code,
          code: item.code,
          name: item.name,
          parent: item.parent ?? null,
          sort: item.sort ?? at,
          enabled: item.enabled,
          note: item.note ?? null,
          extra: item.extra ?? null,
        })),
      ),
  },
  {
    name: 'settings',
    key: ['code'],
    columns: { code: 'text', value: 'jsonb' },
    rowsOf: (pack) => Object.entries({ ...pack.settings, [moduleNamesCode]: pack.moduleNames }).map(([code, value]) => ({ code, value })),
  },
  {
    name: 'learning_forms',
    key: ['code'],
    columns: defined,
    rowsOf: (pack) => pack.learningForms.map(({ sort, ...form }) => definedRow(form, sort)),
  },
  { name: 'requirements', key: ['code'], columns: defined, rowsOf: (pack) => pack.requirements.map(definedRow) },
  { name: 'review_routes', key: ['code'], columns: defined, rowsOf: (pack) => pack.routes.map(definedRow) },
  {
    name: 'panel_roles',
    key: ['code'],
    columns: { code: 'text', name: 'text', user_type: 'text', modules: 'jsonb' },
    rowsOf: (pack) => pack.roles.map((role) => ({ code: role.code, name: role.name, user_type: role.userType, modules: role.modules })),
  },
  {
    name: 'panel_views',
    key: ['resource', 'user_type'],
    columns: { resource: 'text', user_type: 'text', name: 'text', sort: 'int', enabled: 'boolean', definition: 'jsonb' },
    rowsOf: (pack) =>
      pack.views.map(({ resource, userType, name, sort, ...definition }) => ({ resource, user_type: userType, name, sort, enabled: true, definition })),
  },
];
