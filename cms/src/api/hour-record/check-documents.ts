import { type Declaration, type LearningForm, Refusal, type Settings } from '@xueshi/core';

/** Documents besides those a form names. */
const furtherDocument = 'other';

/** The documents of a declaration: those the form demands are there, no unknown kind, not too many, none twice (D04). Refuses with 400. */
export function checkDocuments(form: LearningForm, given: Declaration['attachments'], settings: Pick<Settings, 'attachments'>): void {
  const { maximumFiles } = settings.attachments;
  if (given.length > maximumFiles) throw new Refusal(400, 'too-many-attachments', `附件最多 ${maximumFiles} 个`, 'attachments');
  const known = new Set([furtherDocument, ...form.documents.map((document) => document.code)]);
  given.forEach(({ id, document }, i) => {
    if (!known.has(document)) throw new Refusal(400, 'unknown-document', `“${form.name}”没有这种材料`, `attachments.${i}.document`);
    if (given.findIndex((other) => other.id === id) !== i) throw new Refusal(400, 'invalid', '同一附件不能重复使用', `attachments.${i}.id`);
  });
  const missing = form.documents.filter(({ required, code }) => required && !given.some((one) => one.document === code));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => `“${name}”`).join('、');
    throw new Refusal(400, 'document-missing', `请上传${names}`, 'attachments', { documents: missing.map(({ code }) => code) });
  }
}
