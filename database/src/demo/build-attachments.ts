import { createHash } from 'node:crypto';
import type { Pack } from '@xueshi/core';
import type { Declared } from './build-records';
import { type DemoFile, demoFile } from './demo-files';
import type { Random } from './random';
import type { AttachmentRow, RecordRow } from './rows';

/** A row and the bytes it stands for; the key is laid out as the store of the attachments wants it: `ab/<32 hex>.pdf`. */
export interface StoredAttachment {
  row: AttachmentRow;
  file: DemoFile;
}

/**
 * The documents the forms demand: of everything declared this year or still open, and of a third of the rest. What bases, platforms and
 * imports declare carries none. A few files are used twice on purpose, so that the sign of a duplicate can be seen.
 */
export function buildAttachments(pack: Pack, random: Random, declared: readonly Declared[], year: number): StoredAttachment[] {
  const forms = new Map(pack.learningForms.map((form) => [form.code, form]));
  const stored: StoredAttachment[] = [];
  for (const { record, applicant } of declared) {
    if (record.source !== 'self' && record.source !== 'employer') continue;
    const open = record.status === 'pending' || record.status === 'returned';
    if (!open && record.year !== year && !random.chance(0.33)) continue;
    const documents = forms.get(record.form)?.documents ?? [];
    const wanted = documents.filter((document) => document.required || random.chance(0.15));
    for (const document of wanted.length === 0 ? documents.slice(0, 1) : wanted) {
      const n = stored.length;
      const file = demoFile(n > 0 && n % 900 === 0 ? n - 1 : n);
      const key = createHash('md5').update(`demo attachment ${record.id} ${document.code}`).digest('hex');
      stored.push({
        file,
        row: {
          account_id: applicant.account_id,
          hour_record_id: record.id,
          document: document.code,
          name: `${document.name}.${file.extension}`,
          mime: file.mime,
          size: file.bytes.length,
          sha256: file.sha256,
          file_key: `${key.slice(0, 2)}/${key}.${file.extension}`,
        },
      });
    }
  }
  return stored;
}

/** Names of a record's files, as its history lists them. */
export function fileNames(attachments: readonly StoredAttachment[]): (record: RecordRow) => string[] {
  const names = new Map<number, string[]>();
  for (const { row } of attachments) names.set(row.hour_record_id, [...(names.get(row.hour_record_id) ?? []), row.name]);
  return (record) => names.get(record.id) ?? [];
}
