import type { Identity } from '@xueshi/core';
import type { Resource, Scope, Scopes } from '../resource';
import { bind, type Condition, nothing, on } from './condition';

/** The subtree under a materialised path is one range of it: `1.12.` <= path < `1.12/`, `/` being the character after `.`. */
const endOfSubtree = (path: string): string => `${path.slice(0, -1)}/`;

function conditionOf(scope: Scope, identity: Identity): Condition {
  switch (scope.by) {
    case 'path': {
      const path = identity.organizationPath;
      if (!/^(\d+\.)+$/.test(path)) return nothing;
      return {
        sql: `((${scope.expression}) >= ? and (${scope.expression}) < ?)`,
        bindings: [path, endOfSubtree(path)],
        joins: scope.joins ?? [],
        skewed: true,
      };
    }
    case 'organization':
      return equals(scope, identity.organizationId);
    case 'professional':
      return equals(scope, identity.professionalId);
    case 'account':
      return equals(scope, identity.accountId);
    case 'any':
    case 'all': {
      const parts = scope.of.map((part) => conditionOf(part, identity));
      return bind(parts, scope.by === 'any' ? 'or' : 'and');
    }
    default:
      // A kind this version does not know (a newer room, a slip past the types) opens nothing.
      return nothing;
  }
}

const equals = (scope: Exclude<Scope, { of: readonly Scope[] }>, value: number | null): Condition =>
  Number.isSafeInteger(value) ? on(scope, '= ?', value) : nothing;

/** Whether the active membership holds one of the modules the resource asks of its user type. */
export function isOpen(resource: Resource, identity: Identity | null | undefined): boolean {
  if (!identity || !Object.hasOwn(resource.modules, identity.userType)) return false;
  return resource.modules[identity.userType]?.some((module) => identity.modules.has(module)) ?? false;
}

/**
 * The one place where row scope becomes SQL. `scopes` are the resource's or a tab's. Fails closed: without an identity, without the
 * module, without a scope for the user type, or when the identity lacks the value compared, the condition is `false`.
 */
export function scopeCondition(resource: Resource, scopes: Scopes, identity: Identity | null | undefined): Condition {
  if (!identity || !isOpen(resource, identity) || !Object.hasOwn(scopes, identity.userType)) return nothing;
  const scope = scopes[identity.userType];
  return scope ? conditionOf(scope, identity) : nothing;
}
