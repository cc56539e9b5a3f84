import type { Core } from '@strapi/strapi';
import { type Identity, Refusal } from '@xueshi/core';
import type { Compiler, Resources } from '@xueshi/plugin-panel';
import { query } from '../../query';
import { type StoredFile, selectAttachment } from './attachment.sql';

/** Lists through which a record, and so its documents, may be seen. */
const lists = ['hour-records', 'hour-reviews'];

/**
 * A document in the identity's scope: one's own upload, or one of a record that a list of the panel shows. Refuses 404 otherwise,
 * whether it exists or not.
 */
export async function readAttachment(strapi: Core.Strapi, identity: Identity, id: number): Promise<StoredFile> {
  const db = strapi.db.connection;
  const file = await selectAttachment(db, id);
  if (file && file.accountId === identity.accountId) return file;
  if (file?.hourRecordId) {
    const compiler: Compiler = strapi.plugin('panel').service('compiler');
    const resources: Resources = strapi.plugin('panel').service('resources');
    for (const name of lists) {
      const resource = resources.get(name);
      if (!resource) throw new Error(`the panel has no resource ${name}`);
      const { sql, bindings } = await compiler.selection(resource, identity, { id: file.hourRecordId });
      if ((await query(db, sql, bindings as string[])).length > 0) return file;
    }
  }
  throw new Refusal(404, 'not-found', '没有找到该附件，或不在您的管理范围内');
}
