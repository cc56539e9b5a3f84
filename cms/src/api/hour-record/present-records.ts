import type { Identity } from '@xueshi/core';
import type { Row, RowContext } from '@xueshi/plugin-panel';
import { type ReviewRow, reviewEngine } from '@xueshi/plugin-review';
import { selectSuspects } from './duplicates.sql';
import { selectContents, selectDocuments, selectLastWord } from './record-detail.sql';

/** Completes rows of either list: the name of the form and the decisions this identity may take now. */
export function presentRecords(rows: Row[], { strapi, identity, policy }: RowContext): Row[] {
  const engine = reviewEngine(strapi);
  // Onto the rows themselves: copying their forty columns shows in a profile of the queue.
  return rows.map((row) =>
    Object.assign(row, {
      formName: policy.learningForms.get(String(row.form))?.name ?? row.form,
      actions: [...engine.available(identity, row.review as ReviewRow), ...(mayCorrect(row, identity) ? ['correct'] : [])],
    }),
  );
}

/** X07: only the person himself corrects what came back to him. The scope has shown him no other's rows. */
const mayCorrect = (row: Row, identity: Identity): boolean => identity.professionalId !== null && row.status === 'returned' && !identity.readOnly;

/** What the single read adds: the form's values, the explanation, documents, what was asked to be corrected, likenesses for a reviewer. */
export async function detailRecord(row: Row, { run, policy, identity }: RowContext): Promise<Row> {
  const id = Number(row.id);
  const [contents, attachments, words, suspects] = await Promise.all([
    run(selectContents(id)),
    run(selectDocuments(id)),
    run(selectLastWord(id)),
    identity.professionalId === null ? run(selectSuspects(id)) : [],
  ]);
  const lastWord = ['returned', 'rejected', 'revoked'].includes(String(row.status)) ? words[0] : undefined;
  return {
    values: contents[0]?.values ?? {},
    explanation: contents[0]?.explanation ?? [],
    confirmingOrganizationId: contents[0]?.confirmingOrganizationId ?? null,
    attachments,
    marks: lastWord?.marks ?? [],
    reason: lastWord?.reason ?? null,
    formDefinition: policy.learningForms.get(String(row.form)) ?? null,
    suspects,
  };
}
