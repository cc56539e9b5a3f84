import type { Sql } from './sql';

/** Saved columns of one membership: `resource`, `columns` (string[]). */
export const selectPreferences = (membershipId: number): Sql => ({
  sql: 'select resource, columns::json as columns from panel_preferences where membership_id = ?',
  bindings: [membershipId],
});

/** Keeps the columns of one list for one membership, replacing what was kept. */
export const upsertPreference = (membershipId: number, resource: string, columns: readonly string[]): Sql => ({
  sql:
    'insert into panel_preferences (document_id, membership_id, resource, columns, created_at, updated_at, published_at) ' +
    "values (replace(gen_random_uuid()::text, '-', ''), ?, ?, ?::jsonb, now(), now(), now()) " +
    'on conflict (membership_id, resource) do update set columns = excluded.columns, updated_at = excluded.updated_at',
  bindings: [membershipId, resource, JSON.stringify(columns)],
});
