import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal, type Settings } from '@xueshi/core';
import type { Queryable } from '../../query';
import { countUnclaimed, insertAttachment, lockAccount, type NewAttachment } from './attachment.sql';
import type { FileStore } from './file-store';
import { fileNameOf, recognizeFile } from './recognize-file';

/** A file of a multipart request, as the body parser leaves it in the temporary folder. */
export interface UploadedFile {
  filepath: string;
  originalFilename: string | null;
  size: number;
}

/** Runs work in a transaction of its own. */
export type Transaction = <T>(work: (trx: Queryable) => Promise<T>) => Promise<T>;

export interface Attachment {
  id: number;
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
}

/** Uploads a person may leave lying about before they are cleared away, as a multiple of the files one declaration takes. */
const patience = 5;

/** Takes in one document: checked by size and content, stored, then written down. Refuses 400, 413, 415, 429. */
export async function receiveFile(
  context: { db: Queryable; transaction: Transaction; store: FileStore; settings: Settings['attachments'] },
  accountId: number,
  file: UploadedFile,
): Promise<Attachment> {
  const { db, transaction, store, settings } = context;
  const most = settings.maximumFiles * patience;
  if (file.size > settings.maximumBytes) {
    throw new Refusal(413, 'file-too-large', `附件不能超过 ${Math.floor(settings.maximumBytes / (1024 * 1024))} MB`, 'file');
  }
  if (file.size === 0) throw new Refusal(400, 'file-empty', '文件是空的，请重新选择', 'file');
  // Once before anything is stored, and once more where parallel uploads of one person wait for each other.
  await checkPatience(db, accountId, most);
  const bytes = await readFile(file.filepath);
  const { kind, mime } = await recognizeFile(bytes, settings.types);
  const random = randomBytes(16).toString('hex');
  const key = `${random.slice(0, 2)}/${random}.${kind}`;
  const { url } = await store.write({ key, bytes, mime });
  const stored = {
    name: fileNameOf(file.originalFilename, kind),
    mime,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  try {
    const id = await transaction((trx) => insertWithin(trx, most, { ...stored, accountId, fileKey: key, url }));
    return { id, ...stored };
  } catch (error) {
    await store.remove({ key, url });
    throw error;
  }
}

async function insertWithin(trx: Queryable, most: number, file: NewAttachment): Promise<number> {
  await lockAccount(trx, file.accountId);
  await checkPatience(trx, file.accountId, most);
  return insertAttachment(trx, file);
}

async function checkPatience(db: Queryable, accountId: number, most: number): Promise<void> {
  if ((await countUnclaimed(db, accountId)) < most) return;
  throw new Refusal(429, 'too-many-uploads', '已上传而未提交的附件过多，请先提交申报', 'file');
}
