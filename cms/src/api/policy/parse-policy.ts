import {
  type Dictionary,
  type DictionaryItem,
  type LearningForm,
  type PanelRole,
  pack,
  type Region,
  type Requirement,
  type ReviewRoute,
  type Settings,
  type View,
} from '@xueshi/core';
import { z } from 'zod';
import { type ConfigurationRow, type ConfigurationTableName, moduleNamesCode } from './configuration-tables';

/** The configuration in force, parsed. Disabled forms, requirements, routes and dictionary items are in it with `enabled: false`; disabled views are not. */
export interface Policy {
  settings: Settings;
  learningForms: ReadonlyMap<string, LearningForm>;
  requirements: readonly Requirement[];
  routes: readonly ReviewRoute[];
  /** The template roles; an organization's own roles are its business. */
  roles: readonly PanelRole[];
  /** 权限模块 code -> name. */
  moduleNames: Readonly<Record<string, string>>;
  views: readonly View[];
  dictionaries: ReadonlyMap<string, ReadonlyMap<string, DictionaryItem>>;
  regions: ReadonlyMap<string, Region>;
}

export type ConfigurationRows = Record<ConfigurationTableName, ConfigurationRow[]>;

/** Something in the configuration that cannot be. */
export interface PolicyProblem {
  table: ConfigurationTableName;
  /** Key of the row, e.g. `conference` or `title-series/5`. */
  row: string;
  /** Dotted path inside the row, possibly empty. */
  path: string;
  message: string;
}

/** The configuration cannot be used; names every table, row and key. */
export class PolicyError extends Error {
  constructor(readonly problems: readonly PolicyProblem[]) {
    super(problems.map((p) => `${p.table} ${p.row}${p.path ? ` ${p.path}` : ''}: ${p.message}`).join('\n'));
    this.name = 'PolicyError';
  }
}

/** Collection of the pack schema -> table, and how a row of it is named. */
const collections: Record<string, { table: ConfigurationTableName; keyOf: (row: ConfigurationRow) => string }> = {
  regions: { table: 'regions', keyOf: (row) => String(row.code) },
  learningForms: { table: 'learning_forms', keyOf: (row) => String(row.code) },
  requirements: { table: 'requirements', keyOf: (row) => String(row.code) },
  routes: { table: 'review_routes', keyOf: (row) => String(row.code) },
  roles: { table: 'panel_roles', keyOf: (row) => String(row.code) },
  views: { table: 'panel_views', keyOf: (row) => `${row.resource}/${row.user_type}` },
};

/**
 * Parses the rows of the configuration tables with the schemas of core/policy, references between them included.
 * @throws PolicyError naming every row and key that is wrong
 */
export function parsePolicy(rows: ConfigurationRows): Policy {
  const views = rows.panel_views.filter((row) => row.enabled);
  const dictionaries = groupItems(rows.dictionary_items);
  const { [moduleNamesCode]: moduleNames, ...settings } = Object.fromEntries(rows.settings.map((row) => [String(row.code), row.value]));
  const candidate = {
    code: 'cms',
    name: 'cms',
    settings,
    dictionaries,
    regions: rows.regions.map((row) => ({
      code: row.code,
      name: row.name,
      parent: row.parent_code,
      level: row.level,
      provinceDirect: row.province_direct,
    })),
    learningForms: rows.learning_forms.map((row) => ({ ...definitionOf(row), code: row.code, name: row.name, sort: row.sort ?? 0, enabled: row.enabled })),
    requirements: rows.requirements.map((row) => ({ ...definitionOf(row), code: row.code, name: row.name, enabled: row.enabled })),
    routes: rows.review_routes.map((row) => ({ ...definitionOf(row), code: row.code, name: row.name, enabled: row.enabled })),
    roles: rows.panel_roles.map((row) => ({ code: row.code, name: row.name, userType: row.user_type, modules: row.modules })),
    moduleNames,
    views: views.map((row) => ({ ...definitionOf(row), resource: row.resource, userType: row.user_type, name: row.name, sort: row.sort ?? 0 })),
  };
  const parsed = pack.safeParse(candidate, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    throw new PolicyError(parsed.error.issues.map((issue) => problemAt(issue.path, issue.message, { ...rows, panel_views: views }, dictionaries)));
  }
  const { data } = parsed;
  return {
    settings: data.settings,
    learningForms: new Map(data.learningForms.map((form) => [form.code, form])),
    requirements: data.requirements,
    routes: data.routes,
    roles: data.roles,
    moduleNames: data.moduleNames,
    views: data.views,
    dictionaries: new Map(data.dictionaries.map((dictionary) => [dictionary.code, new Map(dictionary.items.map((item) => [item.code, item]))])),
    regions: new Map(data.regions.map((region) => [region.code, region])),
  };
}

/** The definition without what the row's own columns say. */
const definitionOf = (row: ConfigurationRow): ConfigurationRow => (typeof row.definition === 'object' && row.definition !== null ? { ...row.definition } : {});

/** Dictionaries of the pack schema, items in the order of the rows; SQL nulls become absent. */
function groupItems(rows: ConfigurationRow[]): Dictionary[] {
  const byCode = new Map<string, ConfigurationRow[]>();
  for (const { dictionary, pack_digest: _, ...row } of rows) {
    const item = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    const code = String(dictionary);
    byCode.set(code, [...(byCode.get(code) ?? []), item]);
  }
  // Checked by the schema right after; typed here only for its shape.
  return [...byCode].map(([code, items]) => ({ code, name: code, items }) as unknown as Dictionary);
}

/** Translates a path of the pack schema into table, row and key. */
function problemAt(path: readonly PropertyKey[], message: string, rows: ConfigurationRows, dictionaries: Dictionary[]): PolicyProblem {
  const [collection, index, ...rest] = path.map(String);
  const dotted = (parts: string[]): string => parts.join('.');
  if (collection === 'moduleNames') return { table: 'settings', row: moduleNamesCode, path: dotted(path.slice(1).map(String)), message };
  if (collection === 'settings') return { table: 'settings', row: index ?? '', path: dotted(rest), message };
  if (collection === 'dictionaries') {
    const dictionary = dictionaries[Number(index)];
    const item = rest[0] === 'items' ? dictionary?.items[Number(rest[1])] : undefined;
    return {
      table: 'dictionary_items',
      row: item ? `${dictionary?.code}/${item.code}` : (dictionary?.code ?? ''),
      path: dotted(item ? rest.slice(2) : rest),
      message,
    };
  }
  const known = collections[collection ?? ''];
  if (!known) return { table: 'settings', row: '', path: dotted(path.map(String)), message };
  const row = index === undefined ? undefined : rows[known.table][Number(index)];
  return { table: known.table, row: row ? known.keyOf(row) : '', path: dotted(rest), message };
}
