import type { Core } from '@strapi/strapi';
import type { Identity, PanelView, ResourceField, View, ViewsAnswer } from '@xueshi/core';
import { choicesOf } from './compile/filter.sql';
import { isOpen } from './compile/scope.sql';
import { policyOf, runOn, yearInChina } from './panel-strapi';
import { selectPreferences } from './preference.sql';
import type { PanelPolicy, Resource } from './resource';
import type { Resources } from './services/resources';

type Value = string | number | boolean;

/** A view of the identity's user type, of a module its role holds, of a resource open to it, and without a contradiction. */
const isShown = (view: View, resource: Resource | undefined, identity: Identity): resource is Resource =>
  resource !== undefined && view.userType === identity.userType && identity.modules.has(view.module) && isOpen(resource, identity);

function fieldsOf(view: View, resource: Resource, policy: PanelPolicy): ResourceField[] {
  const named = new Set([...view.columns.map((column) => column.source), ...view.filters.map((filter) => filter.source)]);
  return Object.entries(resource.fields)
    .filter(([name]) => named.has(name))
    .map(([name, field]) => {
      const choices = choicesOf(field, policy);
      return {
        name,
        label: field.label,
        format: field.format,
        sortable: Boolean(field.sortable),
        filter: field.filter?.kind ?? null,
        ...(choices ? { choices: [...choices] } : {}),
        ...(field.reference ? { reference: field.reference } : {}),
      };
    });
}

/** Columns that were saved and still exist; none left means the view's own. */
function preferenceOf(saved: unknown, resource: Resource): PanelView['preference'] {
  if (!Array.isArray(saved)) return null;
  const columns = saved.filter((name): name is string => typeof name === 'string' && Object.hasOwn(resource.fields, name));
  return columns.length > 0 ? { columns } : null;
}

/** GET /api/panel/views: the identity's screens and menu. `'current-year'` has become this year's number. */
export async function readViews(strapi: Core.Strapi, identity: Identity): Promise<ViewsAnswer> {
  const policy = await policyOf(strapi);
  const resources = strapi.plugin('panel').service('resources') as Resources;
  const year = yearInChina(new Date());
  const dated = <V extends Value | undefined>(value: V): V | number => (value === 'current-year' ? year : value);
  const saved = new Map((await runOn(strapi)(selectPreferences(identity.membershipId))).map((row) => [row.resource, row.columns]));
  const shown = [...policy.views].sort((a, b) => a.sort - b.sort).map((view) => ({ view, resource: resources.get(view.resource) }));
  const views: PanelView[] = [];
  for (const { view, resource } of shown) {
    if (!isShown(view, resource, identity)) continue;
    views.push({
      ...view,
      columns: view.columns.filter((column) => Object.hasOwn(resource.fields, column.source)),
      filters: view.filters.map((filter) => ({ ...filter, default: dated(filter.default) })),
      tabs: view.tabs.map((tab) => ({ ...tab, filter: Object.fromEntries(Object.entries(tab.filter).map(([name, value]) => [name, dated(value)])) })),
      fields: fieldsOf(view, resource, policy),
      preference: preferenceOf(saved.get(view.resource), resource),
    });
  }
  const menu = views.filter((view) => view.menu).map(({ resource, name, group, module }) => ({ resource, name, group, module }));
  return { views, menu, cannedReasons: [...policy.settings.cannedReasons] };
}
