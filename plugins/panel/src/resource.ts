import type { Core } from '@strapi/strapi';
import type { DictionaryItem, Format, Identity, LearningForm, Module, Region, Settings, UserType, View } from '@xueshi/core';
import type { Sql } from './sql';

/** A row on its way to the wire: names of fields and extra columns -> values. */
export type Row = Record<string, unknown>;

export interface Choice {
  value: string;
  label: string;
}

/** What the panel needs of the policy service's answer. */
export interface PanelPolicy {
  settings: Settings;
  views: readonly View[];
  learningForms: ReadonlyMap<string, LearningForm>;
  dictionaries: ReadonlyMap<string, ReadonlyMap<string, DictionaryItem>>;
  regions: ReadonlyMap<string, Region>;
}

/** An SQL expression over the base table and the joins it names. It carries no `?`: values come from filters only. */
export interface Column {
  expression: string;
  /** Names of `joins` the expression reads, beyond those they themselves need. */
  joins?: readonly string[];
}

/**
 * How a field may be filtered. `on` is what the value is compared with; absent: the field's own expression.
 * The value is parsed by kind (see `compile/filter.sql.ts`); anything else is refused with 400.
 */
export type Filter = { on?: Column } & (
  | {
      kind: 'text';
      /**
       * `equals`; `prefix` (give it a "C" collated or text_pattern_ops index); `contains`; `name`: two Chinese characters
       * and more by the bigram array `grams` (text[], GIN), Latin letters by the pinyin initials `initials`;
       * `id-number`: the whole number by its digest (`on` is the digest column), only in POST …/search.
       */
      match: 'equals' | 'prefix' | 'contains' | 'id-number';
    }
  | { kind: 'text'; match: 'name'; grams: string; initials: string }
  /** A code; of a field with the format `reference`, the id of what it points to. */
  | { kind: 'choice' | 'choices' }
  | { kind: 'year' }
  | { kind: 'boolean' }
  /** `{from?, to?}`, both inclusive. `instant`: days over a timestamptz. */
  | { kind: 'range'; of: 'day' | 'instant' | 'number' }
  /** An organization's id: the rows of its subtree. `on` is a path column. */
  | { kind: 'organization' }
  /** A region code: the rows of that region and below. `on` is a region code column. */
  | { kind: 'region' }
);

/** One field of a resource: a column of lists, exports and the single read. */
export interface Field extends Partial<Column> {
  label: string;
  format: Format;
  /**
   * The column, by SQL; absent: `present` fills it. Read as: `hours` -> number, `date` -> `YYYY-MM-DD`, `datetime` -> ISO 8601.
   * jsonb must be cast to `json` in the expression (Strapi leaves jsonb as text).
   */
  expression?: string;
  /** True: by the expression itself. A column: by that one (e.g. `p.name collate "zh-Hans-CN-x-icu"`). */
  sortable?: boolean | Column;
  filter?: Filter;
  /** For `choice`, `choices` and `status`: fixed, or taken from the configuration. A value outside them is refused as a filter. */
  choices?: readonly Choice[] | ((policy: PanelPolicy) => readonly Choice[]);
  /** For the format `reference`: the resource it points to. */
  reference?: string;
}

/**
 * Which rows an identity may see. Every kind compares one column with one value of the identity; when the identity lacks
 * that value nothing is visible. Never a list of ids.
 */
export type Scope =
  /** The row's organization lies in the identity's subtree; the column is `organizations.path`. */
  | ({ by: 'path' } & Column)
  /** The column equals the identity's organization: queues, own records of an office. */
  | ({ by: 'organization' } & Column)
  /** The column equals the identity's professional record (user type `professional`). */
  | ({ by: 'professional' } & Column)
  | ({ by: 'account' } & Column)
  | { by: 'any' | 'all'; of: readonly Scope[] };

export type Scopes = Partial<Record<UserType, Scope>>;

/**
 * A tab of a list: filter `{"tab": code}`. Its scopes replace the resource's for the list (so a queue is one equality on an
 * index); they must see nothing that the resource's own scopes, which guard single reads, do not see.
 */
export interface Tab {
  label: string;
  where?: Column;
  scopes?: Scopes;
}

/** A counter of the home page. It counts exactly the list that `filter` opens; `'current-year'` stands for this year. */
export interface CounterDefinition {
  code: string;
  label: string;
  userTypes: readonly UserType[];
  module: Module;
  filter: Record<string, string | number | boolean>;
  /** Name of the year field: gives 其他年度还有 N 条. */
  year?: string;
  /** Name of a boolean field: gives the overdue ones of the counted list. */
  overdue?: string;
}

/** What `present` and `detail` may use. */
export interface RowContext {
  strapi: Core.Strapi;
  identity: Identity;
  policy: PanelPolicy;
  now: Date;
  /** Runs one statement on the pool. */
  run(statement: Sql): Promise<Row[]>;
}

export interface ResourceDefinition<F extends string = string, J extends string = string, T extends string = string> {
  /** In the URL: `/api/panel/{name}`. */
  name: string;
  label: string;
  /** User types that have the resource at all -> modules of which one is needed. A user type not named: 403. */
  modules: Partial<Record<UserType, readonly Module[]>>;
  base: {
    table: string;
    alias: string;
    /** Unique integer column of the base table: the page is found by it and the rest joined afterwards. */
    row: string;
    /** What `id` is on the wire (and what the engine calls subject id); unique within `where`. Absent: `row`. */
    id?: string;
    /** Constant condition. */
    where?: string;
  };
  /** Name (by convention the alias) -> one join clause, and the joins it builds on. Left joins where the other side may be missing. */
  joins?: Record<J, { sql: string; after?: readonly NoInfer<J>[] }>;
  scopes: Scopes;
  fields: Record<F, Field>;
  /** Further columns for `present` and `detail`; sent only when `carries` names them. */
  extra?: Record<string, Column>;
  /** Properties a row carries besides its fields, which no view can show: `version`, `actions`, `professionalId`. Extra columns or set by `present`. */
  carries?: readonly string[];
  order: { field: NoInfer<F>; direction: 'ASC' | 'DESC' };
  tabs?: Record<T, Tab>;
  /** Tab of a list whose filter names none; absent: no tab condition. */
  defaultTab?: NoInfer<T>;
  counters?: readonly CounterDefinition[];
  /** Verb `POST /{name}/review` and `GET /{name}/{id}/history`: code of the review subject. */
  review?: { subject: string };
  /** Completes the rows of a list or a single read (names by code, available actions). Only `id`, declared fields and what `carries` names leave the server. */
  present?(rows: Row[], context: RowContext): Row[] | Promise<Row[]>;
  /** Single read: what it adds to the presented row. `row` still has the extra columns. */
  detail?(row: Row, context: RowContext): Promise<Row>;
}

/** A checked definition. */
export type Resource = Readonly<ResourceDefinition>;
