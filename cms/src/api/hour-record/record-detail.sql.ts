import type { Sql } from '@xueshi/plugin-panel';

/** `values, explanation` of one record. */
export const selectContents = (id: number): Sql => ({
  sql: 'select "values"::json as "values", explanation::json as explanation from hour_records where id = ?',
  bindings: [id],
});

/** The documents that stand now: `id, name, mime, size, document`. */
export const selectDocuments = (id: number): Sql => ({
  sql: 'select id, name, mime, size, document from attachments where hour_record_id = ? and replaced_at is null order by id',
  bindings: [id],
});

/** The last refusal, return or revocation: `marks, reason`. */
export const selectLastWord = (id: number): Sql => ({
  sql:
    "select coalesce(marks, '[]')::json as marks, reason from review_decisions " +
    "where subject = 'hour-record' and subject_id = ? and decision in ('reject', 'return', 'revoke') order by id desc limit 1",
  bindings: [id],
});
