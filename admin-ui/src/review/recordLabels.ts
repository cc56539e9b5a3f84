import type { Field, LearningForm } from '@xueshi/core';
import { formatDay, formatHours, formatTime } from '../formats/format';
import { panelText } from '../messages/panel';
import { assessmentNames, reviewText, sourceNames, statusNames, subjectNames } from '../messages/review';

/** Names of what every declaration has; a form's own fields are named by the form. Keys are those of the wire and of the history's snapshots. */
export const commonLabels: Record<string, string> = {
  year: reviewText.year,
  form: reviewText.form,
  formName: reviewText.form,
  subject: reviewText.subject,
  title: reviewText.title,
  startsOn: `${reviewText.period}（起）`,
  endsOn: `${reviewText.period}（止）`,
  assessment: reviewText.assessment,
  certificateNumber: reviewText.certificateNumber,
  source: reviewText.source,
  declaredHours: reviewText.declaredHours,
  computedHours: reviewText.computedHours,
  confirmedHours: reviewText.confirmedHours,
  generalHours: subjectNames.general,
  specialtyHours: subjectNames.specialty,
  attachments: reviewText.attachments,
};

const codeNames: Record<string, Record<string, string>> = { subject: subjectNames, assessment: assessmentNames, source: sourceNames, status: statusNames };

/** `values.days` or `title` -> its Chinese name. */
export function labelOf(path: string, form: LearningForm | undefined): string {
  const own = path.replace(/^values\./, '');
  return form?.fields.find((field) => field.name === own)?.label ?? commonLabels[path] ?? commonLabels[own] ?? own;
}

/** Code list -> code -> name; filled from GET /api/dictionaries/{code}. */
export type DictionaryNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A value of a form's field as a person reads it. */
export function showFieldValue(field: Field, value: unknown, dictionaries: DictionaryNames): string {
  if (value === null || value === undefined || value === '') return panelText.none;
  const one = (item: unknown): string =>
    field.options?.find((option) => option.value === item)?.label ?? dictionaries.get(field.dictionary ?? '')?.get(String(item)) ?? String(item);
  if (typeof value === 'boolean') return value ? panelText.yes : panelText.no;
  const shown = Array.isArray(value) ? value.map(one).join('、') : one(value);
  return field.unit ? `${shown} ${field.unit}` : shown;
}

/** Any value of a snapshot as a person reads it, by its path. */
export function showSnapshotValue(path: string, value: unknown, form: LearningForm | undefined, dictionaries: DictionaryNames): string {
  if (value === null || value === undefined || value === '') return panelText.none;
  const field = form?.fields.find((one) => `values.${one.name}` === path);
  if (field) return showFieldValue(field, value, dictionaries);
  if (Array.isArray(value)) return value.map((item) => nameOfItem(item)).join('、') || panelText.none;
  if (typeof value === 'boolean') return value ? panelText.yes : panelText.no;
  if (typeof value === 'number') return path.endsWith('Hours') ? formatHours(value) : String(value);
  if (typeof value === 'object') return nameOfItem(value);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return path.endsWith('On') ? formatDay(text) : formatTime(text);
  return codeNames[path]?.[text] ?? text;
}

const nameOfItem = (item: unknown): string =>
  typeof item === 'object' && item !== null ? String('name' in item ? item.name : 'id' in item ? item.id : JSON.stringify(item)) : String(item);
