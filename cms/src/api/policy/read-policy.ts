import { type Queryable, selectConfiguration } from './configuration.sql';
import { configurationTables } from './configuration-tables';
import { type ConfigurationRows, type Policy, parsePolicy } from './parse-policy';

/** Reads and parses the whole configuration. @throws PolicyError */
export async function readPolicy(db: Queryable): Promise<Policy> {
  const rows: Partial<ConfigurationRows> = {};
  for (const table of configurationTables) rows[table.name] = await selectConfiguration(db, table);
  return parsePolicy(rows as ConfigurationRows);
}
