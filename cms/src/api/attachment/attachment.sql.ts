import { type Queryable, query } from '../../query';

export interface StoredFile {
  id: number;
  accountId: number;
  hourRecordId: number | null;
  name: string;
  mime: string;
  size: number;
  fileKey: string;
  url: string | null;
}

const columns = 'id, account_id as "accountId", hour_record_id as "hourRecordId", name, mime, size, file_key as "fileKey", url';

export interface NewAttachment {
  accountId: number;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  fileKey: string;
  url: string | null;
}

/** @returns its id */
export async function insertAttachment(db: Queryable, file: NewAttachment): Promise<number> {
  const [row] = await query<{ id: number }>(
    db,
    'insert into attachments (account_id, name, mime, size, sha256, file_key, url) values (?, ?, ?, ?, ?, ?, ?) returning id',
    [file.accountId, file.name, file.mime, file.size, file.sha256, file.fileKey, file.url],
  );
  if (!row) throw new Error('insert into attachments returned nothing');
  return row.id;
}

export async function selectAttachment(db: Queryable, id: number): Promise<StoredFile | undefined> {
  return (await query<StoredFile>(db, `select ${columns} from attachments where id = ?`, [id]))[0];
}

/** Makes parallel uploads of one account wait for each other. A lock of its own: the account's row is not this room's. */
export async function lockAccount(trx: Queryable, accountId: number): Promise<void> {
  await query(trx, "select pg_advisory_xact_lock(hashtext('attachments'), ?)", [accountId]);
}

/** Uploads of an account no declaration has taken yet. */
export async function countUnclaimed(db: Queryable, accountId: number): Promise<number> {
  const [row] = await query<{ total: number }>(db, 'select count(*)::int as total from attachments where account_id = ? and hour_record_id is null', [
    accountId,
  ]);
  return row?.total ?? 0;
}

/**
 * Gives uploads to a record: those of this account that are free, or already the record's own.
 * @returns the ids given; one that is missing was somebody else's, another record's, or never there
 */
export async function updateClaimed(
  trx: Queryable,
  claim: { accountId: number; recordId: number; wanted: readonly { id: number; document: string }[] },
): Promise<number[]> {
  const rows = await query<{ id: number }>(
    trx,
    `update attachments a set hour_record_id = ?, document = w.document, replaced_at = null, updated_at = now()
       from json_to_recordset(?::json) as w(id int, document text)
      where a.id = w.id and a.account_id = ? and (a.hour_record_id is null or a.hour_record_id = ?) returning a.id`,
    [claim.recordId, JSON.stringify(claim.wanted), claim.accountId, claim.recordId],
  );
  return rows.map((row) => row.id);
}

/** Marks the record's documents that a correction left out; they stay part of its history. */
export async function updateReplaced(trx: Queryable, recordId: number, kept: readonly number[], at: Date): Promise<void> {
  await query(trx, 'update attachments set replaced_at = ?, updated_at = ? where hour_record_id = ? and replaced_at is null and id <> all (?::int[])', [
    at,
    at,
    recordId,
    kept,
  ]);
}

/** Forgets uploads older than a day that no declaration took. @returns where their bytes lie */
export function deleteOrphans(db: Queryable): Promise<StoredFile[]> {
  return query<StoredFile>(db, `delete from attachments where hour_record_id is null and created_at < now() - interval '1 day' returning ${columns}`);
}
