import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { PolicyError } from './parse-policy';
import { readPolicy } from './read-policy';

/** Content types whose rows make up the policy, by the table they are kept in. */
const guarded: Record<string, string> = {
  'api::region.region': '行政区划',
  'api::dictionary-item.dictionary-item': '字典项',
  'api::setting.setting': '参数',
  'api::learning-form.learning-form': '学习形式',
  'api::requirement.requirement': '年度学时标准',
  'api::review-route.review-route': '审核流程',
  'api::panel-role.panel-role': '岗位角色',
  'api::panel-view.panel-view': '列表视图',
};
const writing = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * Refuses an edit in the administration that would leave the configuration unusable: the change is made, everything is parsed as at
 * start, and the transaction is rolled back with the row and the place named when it does not fit.
 */
export function guardConfiguration(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (!(context.uid in guarded) || !writing.has(context.action)) return next();
    return strapi.db.transaction(async ({ trx }) => {
      const result = await next();
      try {
        await readPolicy(trx);
      } catch (error) {
        if (error instanceof PolicyError) throw refusal(error);
        throw error;
      }
      return result;
    });
  });
}

function refusal(error: PolicyError): Error {
  const places = error.problems.slice(0, 5).map(({ row, path, message }) => `${row}${path ? ` 的 ${path}` : ''}：${message}`);
  return new errors.ApplicationError(`配置有误，未保存。${places.join('；')}`, { problems: error.problems });
}
