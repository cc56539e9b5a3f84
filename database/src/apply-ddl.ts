import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';

const directory = path.join(__dirname, '../src/ddl');

/** One file of DDL and the tables it stands on, from its first line: `-- needs: organizations, regions`. */
interface DdlFile {
  name: string;
  sql: string;
  needs: string[];
}

function readFiles(): DdlFile[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name), 'utf8');
      const needs = /^-- needs:(.*)$/m.exec(sql)?.[1]?.split(',') ?? [];
      return { name, sql, needs: needs.map((table) => table.trim()).filter(Boolean) };
    });
}

/**
 * Everything of the schema Strapi cannot say: own tables, checks, unique and partial indexes, triggers, defaults. Idempotent, one
 * transaction, safe when several processes start at once. Skipped (a few milliseconds) while neither these files nor Strapi's
 * schema have changed. A file whose tables are not there (a plugin left out) is passed over.
 * @returns the names of the files applied
 */
export async function applyDdl(client: ClientBase): Promise<string[]> {
  const files = readFiles();
  await client.query('begin');
  try {
    // Times Strapi wrote without a zone are those of its sessions (cms/config/database.ts).
    await client.query("set local time zone 'Asia/Shanghai'");
    await client.query("select pg_advisory_xact_lock(hashtext('xueshi ddl'))");
    await client.query('create table if not exists xueshi_ddl (id int primary key check (id = 1), digest text not null, applied_at timestamptz not null)');
    const tables = await selectTables(client);
    const ready = files.filter((file) => file.needs.every((table) => tables.has(table)));
    const digest = await digestOf(client, ready, tables);
    const { rows } = await client.query<{ digest: string }>('select digest from xueshi_ddl');
    if (rows[0]?.digest === digest) {
      await client.query('commit');
      return [];
    }
    for (const file of ready) {
      try {
        await client.query(file.sql);
      } catch (error) {
        throw new Error(`database/src/ddl/${file.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
    await client.query(
      'insert into xueshi_ddl (id, digest, applied_at) values (1, $1, now()) on conflict (id) do update set digest = excluded.digest, applied_at = excluded.applied_at',
      [digest],
    );
    await client.query('commit');
    return ready.map((file) => file.name);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function selectTables(client: ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace",
  );
  return new Set(rows.map((row) => row.name));
}

/** Of the files and of Strapi's schema: Strapi may undo what we changed whenever it alters its own. */
async function digestOf(client: ClientBase, files: DdlFile[], tables: Set<string>): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.name).update(file.sql);
  if (tables.has('strapi_database_schema')) {
    const { rows } = await client.query<{ hash: string }>('select hash from strapi_database_schema order by time desc limit 1');
    hash.update(rows[0]?.hash ?? '');
  }
  return hash.digest('hex');
}
