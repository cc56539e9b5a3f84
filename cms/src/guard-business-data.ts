import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const reading = new Set(['findOne', 'findMany', 'findFirst', 'count']);
/** Plugins whose content types hold business data, and the account of users-permissions. */
const house = /^(api::|plugin::(review|certificates|panel)\.|plugin::users-permissions\.user$)/;

/**
 * Business data is looked at in the administration, not changed there: a record edited past the review engine would have no history,
 * no sums and no certificate that agree with it. What is `configuration` (pluginOptions.xueshi.group) stays editable.
 */
export function guardBusinessData(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    // Whatever its address: the router does not mind upper case, and our own rooms write by SQL, never through the document service.
    const byRequest = strapi.requestContext.get() !== undefined;
    if (byRequest && !reading.has(context.action) && isBusiness(context.uid)) {
      throw new errors.ApplicationError('业务数据只能在业务端办理，这里仅供查看');
    }
    return next();
  });

  const isBusiness = (uid: UID.ContentType): boolean => {
    const words = strapi.contentType(uid).pluginOptions?.xueshi as { group?: string } | undefined;
    return house.test(uid) && words?.group !== 'configuration';
  };
}
