import type { Field } from '@xueshi/core';
import type { HourRecordDetail } from '../review/hourRecord';
import { type Draft, type DraftValue, emptyDraft } from './draft';

const inputValue = (field: Field, value: unknown): DraftValue => {
  if (field.type === 'boolean') return value === true;
  if (Array.isArray(value)) return value.map(String).join('\n');
  return value === null || value === undefined ? '' : String(value);
};

/** A declared record as a draft again, to be corrected. */
export function draftOf(record: HourRecordDetail): Draft {
  const form = record.formDefinition;
  return {
    ...emptyDraft(form, record.year),
    subject: record.subject,
    title: record.title,
    startsOn: record.startsOn,
    endsOn: record.endsOn,
    assessment: record.assessment,
    certificateNumber: record.certificateNumber ?? '',
    values: Object.fromEntries(form.fields.map((field) => [field.name, inputValue(field, record.values[field.name])])),
    attachments: record.attachments.map(({ id, document, name, size }) => ({ id, document, name, size })),
  };
}
