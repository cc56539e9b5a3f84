import type { Condition, Scalar } from '../policy/condition';
import type { Field } from '../policy/field';

/** Whether every condition holds over the given values; a comparison with an absent value never does. */
export function conditionsHold(conditions: readonly Condition[], values: Readonly<Record<string, unknown>>): boolean {
  return conditions.every((c) => holds(c, values[c.field]));
}

function holds(c: Condition, value: unknown): boolean {
  if (c.equals !== undefined && value !== c.equals) return false;
  if (c.in !== undefined && !c.in.includes(value as Scalar)) return false;
  if (c.min === undefined && c.max === undefined && c.above === undefined && c.below === undefined) return true;
  if (typeof value !== 'number') return false;
  return (
    (c.min === undefined || value >= c.min) &&
    (c.max === undefined || value <= c.max) &&
    (c.above === undefined || value > c.above) &&
    (c.below === undefined || value < c.below)
  );
}

/** The fields of a form that apply under the values entered so far: those to show, to require and to keep. */
export function applicableFields(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Field[] {
  return fields.filter((f) => conditionsHold(f.visibleWhen ?? [], values));
}
