import type { Column, Resource } from '../resource';
import type { Sql } from '../sql';

/** A condition of a WHERE clause and the joins it reads. */
export interface Condition extends Sql {
  joins: readonly string[];
  /** How many rows it holds for, and so the plan, depends on the value: a subtree, a range, a piece of text. */
  skewed?: boolean;
}

/** A condition on one column. `test` is put behind the column's expression. */
export const on = (column: Column, test: string, ...bindings: unknown[]): Condition => ({
  sql: `(${column.expression}) ${test}`,
  bindings,
  joins: column.joins ?? [],
});

/** What holds for no row: the answer whenever a scope cannot be told. */
export const nothing: Condition = { sql: 'false', bindings: [], joins: [] };

/** Conditions bound together; none at all is `nothing`, so that a forgotten one never opens anything. */
export function bind(conditions: readonly Condition[], operator: 'and' | 'or'): Condition {
  if (conditions.length === 0) return nothing;
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(` ${operator} `)})`,
    bindings: conditions.flatMap((condition) => condition.bindings),
    joins: conditions.flatMap((condition) => condition.joins),
    skewed: conditions.some((condition) => condition.skewed === true),
  };
}

/** The join clauses of the named joins and of those they build on, in the order of their declaration. */
export function joinClauses(resource: Resource, names: Iterable<string>): string {
  const joins = resource.joins ?? {};
  const wanted = new Set<string>();
  const want = (name: string): void => {
    const join = joins[name];
    if (!join) throw new Error(`resource ${resource.name}: no join ${name}`);
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const other of join.after ?? []) want(other);
  };
  for (const name of names) want(name);
  return Object.entries(joins)
    .filter(([name]) => wanted.has(name))
    .map(([, join]) => ` ${join.sql}`)
    .join('');
}
