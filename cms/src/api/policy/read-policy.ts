import type { Resources } from '@xueshi/plugin-panel';
import { type Queryable, selectConfiguration } from './configuration.sql';
import { configurationTables } from './configuration-tables';
import { type ConfigurationRows, type Policy, PolicyError, type PolicyProblem, parsePolicy } from './parse-policy';

/** Reads and parses the whole configuration. @throws PolicyError */
export async function readPolicy(db: Queryable): Promise<Policy> {
  const rows: Partial<ConfigurationRows> = {};
  for (const table of configurationTables) rows[table.name] = await selectConfiguration(db, table);
  const policy = parsePolicy(rows as ConfigurationRows);
  const problems = problemsOfViews(policy);
  if (problems.length > 0) throw new PolicyError(problems);
  return policy;
}

/** A view may name only what the rooms declare of its resource. */
function problemsOfViews(policy: Policy): PolicyProblem[] {
  const resources = strapi.plugin('panel').service('resources') as Resources;
  return policy.views.flatMap((view) =>
    resources.checkView(view).map((message) => ({ table: 'panel_views', row: `${view.resource}/${view.userType}`, path: 'definition', message }) as const),
  );
}
