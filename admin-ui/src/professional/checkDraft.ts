import type { LearningForm } from '@xueshi/core';
import { declarationText as text } from '../messages/professional';
import { type Draft, readValue, visibleFields } from './draft';

/** Field path (as the server names it) -> what is wrong. */
export type Wrongs = Record<string, string>;

/** What can be said without asking the server: something is missing or the days are the wrong way round. */
export function checkDraft(form: LearningForm, draft: Draft): Wrongs {
  const wrongs: Wrongs = {};
  if (draft.title.trim() === '') wrongs.title = text.fillIn(text.name);
  if (draft.startsOn === '') wrongs.startsOn = text.fillIn(text.startsOn);
  if (draft.endsOn === '') wrongs.endsOn = text.fillIn(text.endsOn);
  else if (draft.startsOn !== '' && draft.endsOn < draft.startsOn) wrongs.endsOn = text.endsBeforeStart;
  for (const field of visibleFields(form, draft)) {
    if (!field.required || readValue(field, draft.values[field.name]) !== undefined) continue;
    wrongs[`values.${field.name}`] = field.type === 'choice' || field.type === 'dictionary' ? text.chooseOne(field.label) : text.fillIn(field.label);
  }
  for (const document of form.documents) {
    if (document.required && !draft.attachments.some((attachment) => attachment.document === document.code)) {
      wrongs[`attachments.${document.code}`] = text.uploadOne(document.name);
    }
  }
  return wrongs;
}
