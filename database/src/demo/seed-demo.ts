import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import type { Vault } from '../vault';
import type { StoredAttachment } from './build-attachments';
import { demoAccount } from './demo-accounts';
import { insertPeople, insertWork } from './insert-plan';
import { insertRows, reserveIds } from './insert-rows';
import { demoNotices } from './notices';
import { type DemoOptions, planDemo, plannedIds } from './plan-demo';

export interface SeedDemoOptions extends DemoOptions {
  vault: Vault;
  /** Where attachments lie (`DATA_DIR`). */
  dataDirectory: string;
}

/** How many rows were made; null when the demo province is there already. */
export type DemoCounts = Record<string, number> | null;

/**
 * Loads the demo province, once, in one transaction: offices, people, declarations in every state with their reviews and history, annual
 * results, certificates, documents and notices, all invented. The schema, the DDL and the pack must be loaded before. The documents are
 * written before the rows are committed.
 */
export async function seedDemo(client: ClientBase, options: SeedDemoOptions): Promise<DemoCounts> {
  await client.query('begin');
  try {
    const counts = await insertDemo(client, options);
    await client.query('commit');
    if (counts) await client.query('analyze');
    return counts;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The same within the caller's transaction. */
export async function insertDemo(client: ClientBase, options: SeedDemoOptions): Promise<DemoCounts> {
  await client.query("select pg_advisory_xact_lock(hashtext('xueshi demo'))");
  const { rowCount } = await client.query('select 1 from organizations where name = $1', [demoAccount('province').organizationName]);
  if (rowCount) return null;
  const plan = planDemo(options, await reserveIds(client, plannedIds(options)), await readSequences(client));
  await writeFiles(options.dataDirectory, plan.attachments);
  await insertPeople(client, options.vault, plan);
  await insertWork(client, plan);
  await insertRows(client, 'notices', { title: 'text', kind: 'text', body: 'text', published_on: 'date', pinned: 'boolean' }, demoNotices(options.today));
  return {
    organizations: plan.offices.organizations.length,
    professionals: plan.people.length,
    hourRecords: plan.declared.length,
    reviews: plan.reviews.length,
    decisions: plan.decisions.length,
    annualResults: plan.results.length,
    certificates: plan.certificates.length,
    attachments: plan.attachments.length,
  };
}

async function readSequences(client: ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ year: number; region_code: string; last: number }>('select year, region_code, last from certificate_sequences');
  return new Map(rows.map((row) => [`${row.year}/${row.region_code}`, row.last]));
}

async function writeFiles(dataDirectory: string, attachments: readonly StoredAttachment[]): Promise<void> {
  const root = path.join(dataDirectory, 'attachments');
  const folders = new Set(attachments.map(({ row }) => path.dirname(row.file_key)));
  await Promise.all([...folders].map((folder) => mkdir(path.join(root, folder), { recursive: true })));
  for (let at = 0; at < attachments.length; at += 200) {
    await Promise.all(attachments.slice(at, at + 200).map(({ row, file }) => writeFile(path.join(root, row.file_key), file.bytes, { mode: 0o600 })));
  }
}
