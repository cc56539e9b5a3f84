import type { Core } from '@strapi/strapi';
import type { Identity } from '@xueshi/core';
import type { Environment } from '../compile/environment';
import { selectCount, selectIds, selectPage } from '../compile/list.sql';
import { type ListRequest, listRequest } from '../compile/request';
import { policyOf } from '../panel-strapi';
import type { Resource } from '../resource';
import type { Sql } from '../sql';
import type { Resources } from './resources';

type Filter = Record<string, unknown>;

export interface Compiler {
  environment(idNumbers: Environment['idNumbers']): Promise<Environment>;
  /** The statements of one page and its capped count. Refusal 400 for anything the resource does not declare. */
  compile(resource: Resource, identity: Identity, request: Partial<ListRequest>): Promise<{ page: Sql; count: Sql }>;
  /** Selects the ids in the identity's scope that a list with this filter shows: for decisions, exports, statistics. */
  selection(resource: Resource, identity: Identity, filter: Filter): Promise<Sql>;
}

/** `strapi.plugin('panel').service('compiler')`: the only way from a request to SQL over a resource. */
export default function compiler({ strapi }: { strapi: Core.Strapi }): Compiler {
  const environment = async (idNumbers: Environment['idNumbers']): Promise<Environment> => {
    const resources = strapi.plugin('panel').service('resources') as Resources;
    return { policy: await policyOf(strapi), digest: resources.digest, idNumbers };
  };
  return {
    environment,
    async compile(resource, identity, request) {
      const at = await environment('accepted');
      const asked = listRequest.parse(request);
      return { page: selectPage(resource, identity, asked, at), count: selectCount(resource, identity, asked.filter, at) };
    },
    async selection(resource, identity, filter) {
      return selectIds(resource, identity, filter, await environment('accepted'));
    },
  };
}
