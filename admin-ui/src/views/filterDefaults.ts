import type { PanelView } from '@xueshi/core';

export type FilterValues = Record<string, unknown>;

/** What a list is filtered by when its address says nothing: the defaults of the view's filters and its first tab. */
export function filterDefaults(view: PanelView, today: Date = new Date()): FilterValues {
  const defaults = view.filters.flatMap((filter) =>
    filter.default === undefined ? [] : [[filter.source, filter.default === 'current-year' ? today.getFullYear() : filter.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...view.tabs[0]?.filter };
}

/** The year filter of a view, if it has one (D20). */
export const yearSource = (view: PanelView): string | undefined => view.filters.find((filter) => filter.kind === 'year')?.source;

const tabKeys = (view: PanelView): string[] => [...new Set(view.tabs.flatMap((tab) => Object.keys(tab.filter)))];

/** The tab whose filter is the present one. */
export const currentTab = (view: PanelView, values: FilterValues): string | undefined =>
  view.tabs.find((tab) => tabKeys(view).every((key) => tab.filter[key] === values[key]))?.code;

/** The present filter under another tab. */
export function withTab(view: PanelView, values: FilterValues, code: string): FilterValues {
  const rest = Object.fromEntries(Object.entries(values).filter(([key]) => !tabKeys(view).includes(key)));
  return { ...rest, ...view.tabs.find((tab) => tab.code === code)?.filter };
}

/** The address of a list under a filter: it opens exactly these rows, whatever was looked at before. */
export const listAddress = (resource: string, filter: FilterValues): string => `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}&page=1`;
