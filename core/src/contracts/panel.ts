import { z } from 'zod';
import type { Module } from '../policy/role';
import type { FilterKind, Format, View } from '../policy/view';

/** What a resource declares of one field, as the browser sees it. */
export interface ResourceField {
  name: string;
  label: string;
  format: Format;
  sortable: boolean;
  /** Which control may filter by it; null: it cannot be filtered. */
  filter: FilterKind | null;
  choices?: { value: string; label: string }[];
  /** For `reference`: the resource it points to. */
  reference?: string;
}

/** One screen of GET /api/panel/views: the view and the fields of its resource it names. */
export interface PanelView extends View {
  fields: ResourceField[];
  /** Columns in the order and choice this membership saved; null: the view's own. */
  preference: { columns: string[] } | null;
}

export interface MenuEntry {
  resource: string;
  name: string;
  group: string;
  module: Module;
}

/** GET /api/panel/views. */
export interface ViewsAnswer {
  views: PanelView[];
  menu: MenuEntry[];
  /** X08: reasons offered when a decision needs one. */
  cannedReasons: string[];
}

/** A counter of an office's home: it links to exactly the list it counts. */
export interface Counter {
  code: string;
  label: string;
  resource: string;
  filter: Record<string, string | number | boolean>;
  count: number;
  /** Exact below 10,000; beyond it the count is "10,000 and more". */
  capped: boolean;
  /** D19: the same list in other years. */
  otherYears: number;
  overdue: number;
}
export interface HomeAnswer {
  counters: Counter[];
}

/** PUT /api/panel/preferences/{resource}. */
export const preferenceRequest = z.strictObject({ columns: z.array(z.string().max(60)).min(1).max(60) });

/** Query of GET /api/panel/{resource} in the simple-REST dialect; each value is JSON. Unknown parameters are refused. */
export const listQuery = z.strictObject({
  filter: z.string().max(4000).default('{}'),
  range: z.string().max(40).default('[0,24]'),
  sort: z.string().max(120).optional(),
});
