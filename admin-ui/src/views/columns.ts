import type { PanelView, ResourceField } from '@xueshi/core';

export interface ResolvedColumn {
  source: string;
  label: string;
  width: number | undefined;
  sortable: boolean;
  field: ResourceField;
}

/** Every column a view offers, with the label and the format its resource gives it. A source without a field was refused by the server. */
export function offeredColumns(view: PanelView): ResolvedColumn[] {
  const fields = new Map(view.fields.map((field) => [field.name, field]));
  return view.columns.flatMap((column) => {
    const field = fields.get(column.source);
    return field
      ? [{ source: column.source, label: column.label ?? field.label, width: column.width, sortable: column.sortable && field.sortable, field }]
      : [];
  });
}

/** The sources shown when nothing was chosen. */
export const defaultSources = (view: PanelView): string[] => view.columns.filter((column) => !column.hidden).map((column) => column.source);

/** The columns to show, in order: what this membership saved, otherwise the view's own. */
export function shownColumns(view: PanelView): ResolvedColumn[] {
  const offered = new Map(offeredColumns(view).map((column) => [column.source, column]));
  const chosen = (view.preference?.columns ?? defaultSources(view)).flatMap((source) => offered.get(source) ?? []);
  return chosen.length > 0 ? chosen : [...offered.values()];
}
