import type { Column, Resource, ResourceDefinition, Scope } from './resource';

/** First segments of the panel's own addresses. */
const reserved = new Set(['views', 'home', 'preferences', 'progress']);

/**
 * Declares what the panel may list, filter, sort, read and do of one noun; goes into the noun's `panel.ts` and is handed to
 * `strapi.plugin('panel').service('resources').register()` at bootstrap.
 *
 * ```ts
 * export const organizations = defineResource({
 *   name: 'organizations', label: '机构',
 *   modules: { bureau: ['organization-manage'] },
 *   base: { table: 'organizations', alias: 'o', row: 'o.id' },
 *   joins: { parent: { sql: 'left join organizations parent on parent.id = o.parent_id' } },
 *   scopes: { bureau: { by: 'path', expression: 'o.path' } },
 *   fields: {
 *     name: { label: '机构名称', format: 'text', expression: 'o.name', filter: { kind: 'text', match: 'contains' } },
 *     parentName: { label: '上级', format: 'text', expression: 'parent.name', joins: ['parent'] },
 *   },
 *   order: { field: 'name', direction: 'ASC' },
 * });
 * ```
 * Throws an Error naming the resource when the definition contradicts itself.
 */
export function defineResource<const F extends string, const J extends string = never, const T extends string = never>(
  definition: ResourceDefinition<F, J, T>,
): Resource {
  const resource = definition as unknown as Resource;
  const problems = problemsOf(resource);
  if (problems.length > 0) throw new Error(`resource ${resource.name}: ${problems.join('; ')}`);
  return Object.freeze(resource);
}

function problemsOf(resource: Resource): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z-]*$/.test(resource.name) || reserved.has(resource.name)) problems.push('the name is not usable in a URL');
  const joins = resource.joins ?? {};
  const column = (where: string, at: Column) => {
    if (/[?;]/.test(at.expression)) problems.push(`${where}: an expression holds no ? and no ;`);
    for (const name of at.joins ?? []) if (!(name in joins)) problems.push(`${where}: no join ${name}`);
  };
  const scope = (where: string, at: Scope): void => {
    if ('of' in at) {
      if (at.of.length === 0) problems.push(`${where}: an empty scope`);
      for (const part of at.of) scope(where, part);
    } else column(where, at);
  };
  for (const [name, join] of Object.entries(joins)) {
    for (const other of join.after ?? []) if (!(other in joins)) problems.push(`join ${name}: no join ${other}`);
  }
  for (const [name, field] of Object.entries(resource.fields)) {
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name) || name === 'tab' || name === 'id') problems.push(`${name}: not usable as a field name`);
    if (field.expression !== undefined) column(name, { expression: field.expression, joins: field.joins });
    else if (field.sortable === true || (field.filter && !field.filter.on)) problems.push(`${name}: sorting and filtering need an expression`);
    if (typeof field.sortable === 'object') column(name, field.sortable);
    if (field.filter?.on) column(name, field.filter.on);
  }
  for (const [name, at] of Object.entries(resource.extra ?? {})) {
    column(name, at);
    if (name in resource.fields) problems.push(`extra column ${name} is also a field`);
  }
  for (const [name, at] of Object.entries(resource.scopes)) if (at) scope(name, at);
  for (const [name, tab] of Object.entries(resource.tabs ?? {})) {
    if (tab.where) column(name, tab.where);
    for (const at of Object.values(tab.scopes ?? {})) if (at) scope(name, at);
  }
  if (!resource.fields[resource.order.field]?.sortable) problems.push('the default order is not sortable');
  for (const counter of resource.counters ?? []) {
    for (const name of [...Object.keys(counter.filter), counter.year, counter.overdue]) {
      if (name === undefined || (name === 'tab' && resource.tabs)) continue;
      if (!resource.fields[name]?.filter) problems.push(`counter ${counter.code}: ${name} cannot be filtered`);
    }
  }
  return problems;
}
