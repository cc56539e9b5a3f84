import { z } from 'zod';
import { modules, userTypes } from './role';

/** How a cell is drawn; the panel's registry is keyed by it, an unknown one fails when the view is parsed. */
export const formats = [
  'text',
  'longtext',
  'integer',
  'hours',
  'date',
  'datetime',
  'age',
  'boolean',
  'status',
  'choice',
  'reference',
  'masked',
  'documents',
] as const;
export type Format = (typeof formats)[number];

/** Filter controls of the panel. `range` takes `{from,to}`. */
export const filterKinds = ['text', 'choice', 'choices', 'year', 'range', 'boolean', 'organization', 'region'] as const;
export type FilterKind = (typeof filterKinds)[number];

export const viewColumn = z.strictObject({
  source: z.string(),
  label: z.string().optional().describe("absent: the resource's own label"),
  width: z.number().int().min(30).max(600).optional(),
  hidden: z.boolean().default(false).describe('offered in the column chooser, not shown at first'),
  sortable: z.boolean().default(true),
});

export const viewFilter = z.strictObject({
  source: z.string(),
  label: z.string().optional(),
  kind: z.enum(filterKinds),
  default: z.union([z.string(), z.number(), z.boolean()]).optional().describe("the text 'current-year' stands for this year"),
});

/**
 * A view: the list of one resource for one user type. A row of the CMS; the pack holds the defaults.
 * No code or expression travels in it: sources are checked against what the resource declares.
 */
export const view = z.strictObject({
  resource: z.string(),
  userType: z.enum(userTypes),
  name: z.string().min(1).describe('menu label, e.g. 学时（分）审核'),
  group: z.string().min(1).describe('menu group'),
  sort: z.number().int().default(0).describe('order in the menu'),
  module: z.enum(modules),
  columns: z.array(viewColumn).nonempty(),
  filters: z.array(viewFilter).default([]),
  tabs: z
    .array(z.strictObject({ code: z.string(), label: z.string(), filter: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }))
    .default([]),
  order: z.strictObject({ field: z.string(), direction: z.enum(['ASC', 'DESC']) }),
  pageSize: z.number().int().min(5).max(200).default(25),
  rowActions: z.array(z.string()).default([]),
  bulkActions: z.array(z.string()).default([]),
  menu: z.boolean().default(true),
});
export type View = z.output<typeof view>;
export type ViewInput = z.input<typeof view>;
