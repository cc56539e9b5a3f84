import type { ReviewStep } from '../contracts/review';
import type { Confirmer } from '../policy/learning-form';

/**
 * The route with the office marked that sets 核定学时 (decision 15), to be frozen with it. 单位人事部门 is the person's own unit, whatever its kind.
 * Of authorities and bureaus the last one on the route confirms: for rule 十三 that is the end of the route (decision 17). A route without such
 * an office (a unit directly under a bureau; a provincial authority at the end) is confirmed by its last one. `none`: nobody is marked.
 * @param ownOrganizationId the person's unit
 */
export function nameConfirmer(steps: readonly ReviewStep[], confirmer: Confirmer, ownOrganizationId: number): ReviewStep[] {
  if (confirmer === 'none') return [...steps];
  const named = (step: ReviewStep) => (confirmer === 'employer' ? step.organizationId === ownOrganizationId : step.organizationKind === confirmer);
  const found = steps.findLastIndex(named);
  const at = found < 0 ? steps.length - 1 : found;
  return steps.map((step, index) => (index === at ? { ...step, confirms: true } : step));
}
