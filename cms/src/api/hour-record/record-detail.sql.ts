import type { Sql } from '@xueshi/plugin-panel';
import { confirmingOrganization } from './confirm-hours.sql';

/** `values, explanation` of one record, and `confirmingOrganizationId`: the office that sets 核定学时. */
export const selectContents = (id: number): Sql => ({
  sql:
    `select r."values"::json as "values", r.explanation::json as explanation, ${confirmingOrganization} as "confirmingOrganizationId" ` +
    "from hour_records r join reviews rv on rv.subject = 'hour-record' and rv.subject_id = r.id and rv.current where r.id = ?",
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
