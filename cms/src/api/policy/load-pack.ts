import { createHash } from 'node:crypto';
import type { Pack } from '@xueshi/core';
import { insertMissing, lockConfiguration, type Queryable, selectConfiguration, updateUntouched } from './configuration.sql';
import { type ConfigurationRow, type ConfigurationTable, configurationTables, keyOf } from './configuration-tables';

/** How many rows of the pack went into the tables. */
export interface PackLoad {
  inserted: number;
  updated: number;
}

/**
 * Puts the pack's defaults into the configuration tables: rows that are missing are inserted, rows nobody has touched since an
 * earlier pack follow the new one, rows an administrator changed or disabled stay as they are, nothing is deleted
 * (a row of the pack that is gone comes back: guard-configuration.ts lets nobody delete one).
 * `pack_digest` remembers what the pack last wrote; a row that no longer has this content has been edited.
 */
export async function loadPack(trx: Queryable, pack: Pack): Promise<PackLoad> {
  await lockConfiguration(trx);
  const load: PackLoad = { inserted: 0, updated: 0 };
  for (const table of configurationTables) {
    const rows = table.rowsOf(pack).map((row) => ({ ...row, pack_digest: digestOf(table, row) }));
    const there = new Map((await selectConfiguration(trx, table)).map((row) => [keyOf(table, row), row]));
    const missing = rows.filter((row) => !there.has(keyOf(table, row)));
    const untouched = rows.flatMap((row) => {
      const old = there.get(keyOf(table, row));
      const followed = old && old.pack_digest !== row.pack_digest && old.pack_digest === digestOf(table, old);
      return followed ? [{ ...row, kept_digest: old.pack_digest }] : [];
    });
    if (missing.length > 0) load.inserted += await insertMissing(trx, table, missing);
    if (untouched.length > 0) load.updated += await updateUntouched(trx, table, untouched);
  }
  return load;
}

/** Digest of a row's content, whatever the order of its JSON keys. */
function digestOf(table: ConfigurationTable, row: ConfigurationRow): string {
  const content = Object.keys(table.columns).map((name) => canonical(row[name] ?? null));
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** JSON as it comes back from jsonb: keys sorted, absent values gone. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, canonical(v)]));
}
