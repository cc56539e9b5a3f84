import type { RecordSource } from '../contracts/hour-record';
import type { ReviewStep } from '../contracts/review';
import type { OrganizationKind, ReviewRoute, StepRule } from '../policy/route';

/** One organization on the way from the declarer to the root of the tree. */
export interface OrganizationNode {
  id: number;
  name: string;
  kind: OrganizationKind;
  /** Level of the organization's region. */
  regionLevel: 'province' | 'city' | 'county';
  /** The region is a province-administered county (省直管县). */
  provinceDirect: boolean;
}

/**
 * The route of a matter: the enabled one with the highest priority whose `when` fits (equal priorities: by code).
 * Throws an Error when the configuration holds none.
 */
export function selectRoute(routes: readonly ReviewRoute[], at: { matter: string; source: RecordSource; form?: string }): ReviewRoute {
  const fitting = routes.filter(
    (route) =>
      route.enabled &&
      route.matter === at.matter &&
      (route.when.sources === undefined || route.when.sources.includes(at.source)) &&
      (route.when.forms === undefined || (at.form !== undefined && route.when.forms.includes(at.form))),
  );
  const [first] = fitting.sort((a, b) => b.priority - a.priority || (a.code < b.code ? -1 : 1));
  if (first === undefined) throw new Error(`no review route for ${at.matter} from ${at.source}, form ${at.form ?? '-'}`);
  return first;
}

/** Whether a walk ends at this organization (decisions 4 and 17). */
function endsAt(until: StepRule['until'], node: OrganizationNode): boolean {
  switch (until) {
    case 'first-bureau':
      return node.kind === 'bureau';
    case 'city-bureau':
      return node.kind === 'bureau' ? node.regionLevel !== 'county' || node.provinceDirect : node.kind === 'authority' && node.regionLevel === 'province';
  }
}

/** Where a walk begins and ends in the chain; `end` -1: the chain does not reach it. */
function walkOf(rule: StepRule, chain: readonly OrganizationNode[]): { start: number; end: number } {
  const start = rule.from === 'self' ? 0 : Math.min(1, chain.length - 1);
  return { start, end: chain.findIndex((node, index) => index >= start && endsAt(rule.until, node)) };
}

/** Whether the chain reaches every end the route names. */
export const routeReaches = (route: ReviewRoute, chain: readonly OrganizationNode[]): boolean => route.steps.every((rule) => walkOf(rule, chain).end >= 0);

/**
 * The concrete steps of a route, to be frozen at submission. `chain` holds the declarer's organization first and the root
 * last. A walk from the parent of the root stays at the root: there another member decides (decision 5).
 * Throws an Error when the chain does not reach the end a walk names.
 */
export function resolveRoute(route: ReviewRoute, chain: readonly OrganizationNode[]): ReviewStep[] {
  const steps: ReviewStep[] = [];
  for (const rule of route.steps) {
    const { start, end } = walkOf(rule, chain);
    if (end < 0) throw new Error(`route ${route.code}: no ${rule.until} above organization ${chain[0]?.id ?? '-'}`);
    for (const node of chain.slice(start, end + 1)) {
      if (steps.some((step) => step.organizationId === node.id)) continue;
      steps.push({ organizationId: node.id, organizationName: node.name, organizationKind: node.kind, dueDays: rule.dueDays });
    }
  }
  return steps;
}
