import { Refusal } from '@xueshi/core';
import type { Queryable } from '../../query';
import { updateClaimed, updateReplaced } from './attachment.sql';

interface Claim {
  accountId: number;
  recordId: number;
  wanted: readonly { id: number; document: string }[];
}

/** Makes uploads the documents of a record: only one's own, only free ones (or the record's). Refuses 400 naming `attachments.<i>.id`. */
export async function claimAttachments(trx: Queryable, claim: Claim): Promise<void> {
  if (claim.wanted.length === 0) return;
  const given = new Set(await updateClaimed(trx, claim));
  const missing = claim.wanted.findIndex(({ id }) => !given.has(id));
  if (missing >= 0) throw new Refusal(400, 'unknown-attachment', '没有这个附件，或附件已用于其他申报，请重新上传', `attachments.${missing}.id`);
}

/** The documents of a corrected record: those given; the others are kept as history. */
export async function replaceAttachments(trx: Queryable, claim: Claim & { at: Date }): Promise<void> {
  await updateReplaced(
    trx,
    claim.recordId,
    claim.wanted.map(({ id }) => id),
    claim.at,
  );
  await claimAttachments(trx, claim);
}
