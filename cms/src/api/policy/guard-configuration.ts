import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { lockConfiguration, selectConfiguration } from './configuration.sql';
import { type ConfigurationTableName, configurationTables, keyOf } from './configuration-tables';
import { PolicyError } from './parse-policy';
import { readPolicy } from './read-policy';

/** Content types whose rows make up the policy, by the table they are kept in. */
const guarded: Record<string, ConfigurationTableName> = {
  'api::region.region': 'regions',
  'api::dictionary-item.dictionary-item': 'dictionary_items',
  'api::setting.setting': 'settings',
  'api::learning-form.learning-form': 'learning_forms',
  'api::requirement.requirement': 'requirements',
  'api::review-route.review-route': 'review_routes',
  'api::panel-role.panel-role': 'panel_roles',
  'api::panel-view.panel-view': 'panel_views',
};
const writing = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * Refuses an edit in the administration that would leave the configuration unusable: the change is made, everything is parsed as at
 * start, and the transaction is rolled back with the row and the place named when it does not fit. One edit at a time, or two that
 * fit alone could be committed together and not fit. A row of the pack is not deleted and keeps its key: the next start would bring
 * it back behind the administrator's back.
 */
export function guardConfiguration(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const table = configurationTables.find(({ name }) => name === guarded[context.uid]);
    if (!table || !writing.has(context.action)) return next();
    return strapi.db.transaction(async ({ trx }) => {
      await lockConfiguration(trx);
      const keysOfPack = async (): Promise<string[]> =>
        (await selectConfiguration(trx, table)).filter((row) => row.pack_digest !== null).map((row) => keyOf(table, row));
      const before = await keysOfPack();
      const result = await next();
      const after = new Set(await keysOfPack());
      if (before.some((key) => !after.has(key))) {
        throw new errors.ApplicationError('平台自带的配置不能删除，也不能改编码；不再使用的请停用');
      }
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
