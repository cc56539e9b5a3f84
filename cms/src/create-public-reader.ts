import type { UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

type Query = Record<string, unknown>;
/** What Strapi's core service offers for every collection type. */
interface Reader {
  find(query: Query): Promise<{ results: unknown[]; pagination: unknown }>;
}

/**
 * Controller of a content type that external sites may read through Strapi's REST API with an API token: `find` and `findOne`, strict
 * parameters, and always within `scope`. The scope is added after Strapi has cleaned the query: inside the caller's own filters
 * it could be cleaned away, and everybody would see every row.
 */
export function createPublicReader(uid: UID.ContentType, scope: () => Query) {
  const read = async (ctx: Context, more: Query[]) => {
    const type = strapi.contentType(uid);
    const options = { auth: ctx.state.auth, route: ctx.state.route, strictParams: true };
    await strapi.contentAPI.validate.query(ctx.query, type, options);
    const query: Query = await strapi.contentAPI.sanitize.query(ctx.query, type, options);
    const reader = strapi.service(uid as UID.Service) as unknown as Reader;
    const { results, pagination } = await reader.find({ ...query, filters: { $and: [query.filters ?? {}, scope(), ...more] } });
    const data = await strapi.contentAPI.sanitize.output(results, type, { auth: ctx.state.auth });
    return { data: data as unknown[], pagination };
  };

  return {
    async find(ctx: Context): Promise<void> {
      const { data, pagination } = await read(ctx, []);
      ctx.body = { data, meta: { pagination } };
    },

    async findOne(ctx: Context & { params: { id: string } }): Promise<void> {
      const { data } = await read(ctx, [{ documentId: ctx.params.id }]);
      if (data[0] === undefined) throw new errors.NotFoundError();
      ctx.body = { data: data[0], meta: {} };
    },
  };
}
