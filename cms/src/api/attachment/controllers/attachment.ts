import { type Identity, parse, Refusal } from '@xueshi/core';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Policy } from '../../policy/services/policy';
import { fileStore } from '../file-store';
import { readAttachment } from '../read-attachment';
import { receiveFile, type Transaction, type UploadedFile } from '../receive-file';

const idParameter = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
const noFields = z.strictObject({});

/** The one file of the request, under the name `file`. The middleware `temporary-files` clears it away. */
function onlyFile(files: unknown): UploadedFile {
  const entries = Object.entries((files ?? {}) as Record<string, UploadedFile | UploadedFile[]>);
  const [name, file] = entries[0] ?? [];
  if (entries.length !== 1 || name !== 'file' || !file || Array.isArray(file)) throw new Refusal(400, 'invalid', '请以 file 字段上传一个文件', 'file');
  return file;
}

export default {
  async receive(ctx: Context) {
    const identity: Identity = ctx.state.identity;
    if (identity.readOnly) throw new Refusal(403, 'read-only', '本单位已注销，只能查看');
    parse(noFields, ctx.request.body ?? {});
    const file = onlyFile(ctx.request.files);
    const policy: Policy = strapi.service('api::policy.policy').current();
    const transaction: Transaction = async (work) => await strapi.db.transaction(({ trx }) => work(trx));
    const context = { db: strapi.db.connection, transaction, store: fileStore(), settings: policy.settings.attachments };
    ctx.body = await receiveFile(context, identity.accountId, file);
    ctx.status = 201;
  },

  async send(ctx: Context) {
    const identity: Identity = ctx.state.identity;
    const parameters = idParameter.safeParse(ctx.params);
    if (!parameters.success) throw new Refusal(404, 'not-found', '没有找到该附件，或不在您的管理范围内');
    parse(noFields, ctx.query);
    const file = await readAttachment(strapi, identity, parameters.data.id);
    const bytes = await fileStore().read({ key: file.fileKey, url: file.url });
    if (!bytes) {
      strapi.log.error(`attachment ${file.id}: its file ${file.fileKey} is missing from the store`);
      throw new Refusal(404, 'file-missing', '该附件的文件已丢失，请联系平台管理员');
    }
    ctx.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="attachment"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
    ctx.type = file.mime;
    ctx.length = file.size;
    ctx.body = bytes;
  },
};
