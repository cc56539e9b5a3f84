import { checkSubjectCode } from './subject';

/** Pieces of SQL about the current review of a subject's row; they carry no bindings. */
export interface CurrentReview {
  /** `join reviews r on …`: one row per reviewed subject. */
  join: string;
  /** The subject's condition alone, for a list that starts at `reviews`: `r.subject = '…' and r.current`. */
  where: string;
  /** Name of the office it waits at, or null. */
  stepName: string;
  /** Waits beyond its due date. */
  overdue: string;
  /** Everything `engine.available()` and the answers need, as one json column. */
  row: string;
}

/**
 * How a list over a subject's own table reads its current review, e.g. `currentReview('hour-record', 'h.id')`.
 * @param id SQL expression of the subject's id
 * @param alias of `reviews`
 */
export function currentReview(subject: string, id: string, alias = 'r'): CurrentReview {
  const where = `${alias}.subject = '${checkSubjectCode(subject)}' and ${alias}.current`;
  return {
    join: `join reviews ${alias} on ${where} and ${alias}.subject_id = ${id}`,
    where,
    stepName: `${alias}.route -> ${alias}.step ->> 'organizationName'`,
    overdue: `(${alias}.status = 'pending' and ${alias}.step_due < now())`,
    row:
      `json_build_object('subject', ${alias}.subject, 'status', ${alias}.status, 'lane', ${alias}.lane, 'step', ${alias}.step, ` +
      `'steps', jsonb_array_length(${alias}.route), 'organizationId', ${alias}.organization_id, 'lastOrganizationId', ${alias}.last_organization_id, ` +
      `'applicantAccountId', ${alias}.applicant_account_id, 'applicantOrganizationId', ${alias}.applicant_organization_id, 'ownerAccountId', ${alias}.owner_account_id)`,
  };
}
