import { applicableFields, type Declaration, type Field, type LearningForm, type Subject } from '@xueshi/core';

/** What an input holds before it is read: text for everything typed, a boolean for yes/no. */
export type DraftValue = string | boolean;

export interface DraftAttachment {
  id: number;
  document: string;
  name: string;
  size: number;
}

/** A declaration as it is being filled in. Nothing in it is trusted: the server computes and checks everything again. */
export interface Draft {
  form: string;
  year: number;
  subject: Subject;
  title: string;
  startsOn: string;
  endsOn: string;
  assessment: Declaration['assessment'];
  certificateNumber: string;
  values: Record<string, DraftValue>;
  attachments: DraftAttachment[];
}

export const emptyDraft = (form: LearningForm, year: number): Draft => ({
  form: form.code,
  year,
  subject: form.subjects[0] ?? 'specialty',
  title: '',
  startsOn: '',
  endsOn: '',
  assessment: 'qualified',
  certificateNumber: '',
  values: Object.fromEntries(form.fields.filter((field) => field.type === 'boolean').map((field) => [field.name, false])),
  attachments: [],
});

/** The value of one input as the wire wants it; undefined when nothing was filled in. */
export function readValue(field: Field, value: DraftValue | undefined): unknown {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return value;
  if (field.type === 'integer' || field.type === 'number') return Number.isNaN(Number(value)) ? value : Number(value);
  if (field.type === 'list') return value.split('\n').flatMap((line) => line.trim() || []);
  if (field.type === 'choice') return field.options?.find((option) => String(option.value) === value)?.value ?? value;
  return value.trim();
}

/** The fields a draft has to show, by the server's own rule (core `applicableFields`). */
export function visibleFields(form: LearningForm, draft: Draft): Field[] {
  return applicableFields(form.fields, Object.fromEntries(form.fields.map((field) => [field.name, readValue(field, draft.values[field.name])])));
}

/** The values of the visible fields, read; what is hidden or empty is left out. */
export function readValues(form: LearningForm, draft: Draft): Record<string, unknown> {
  const entries = visibleFields(form, draft).map((field) => [field.name, readValue(field, draft.values[field.name])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Whether every required field of the form has something in it: only then is a quote asked for. */
export const isQuotable = (form: LearningForm, draft: Draft): boolean =>
  visibleFields(form, draft).every((field) => !field.required || readValue(field, draft.values[field.name]) !== undefined);

/** The request body. */
export function declarationOf(form: LearningForm, draft: Draft, version?: number): Declaration {
  const certificateNumber = draft.certificateNumber.trim();
  return {
    form: draft.form,
    year: draft.year,
    subject: draft.subject,
    title: draft.title.trim(),
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
    assessment: draft.assessment,
    ...(certificateNumber === '' ? {} : { certificateNumber }),
    values: readValues(form, draft),
    attachments: draft.attachments.map(({ id, document }) => ({ id, document })),
    ...(version === undefined ? {} : { version }),
  };
}
