import preference from './content-types/panel-preference/schema.json';
import panel from './controllers/panel';
import { routes } from './routes';
import compiler from './services/compiler';
import resources from './services/resources';

export { checkView } from './check-view';
export type { Environment } from './compile/environment';
export { selectCount, selectIds, selectOne, selectPage } from './compile/list.sql';
export { listRequest, readListQuery } from './compile/request';
export { defineResource } from './define-resource';
export { fromDictionary } from './from-dictionary';
export * from './resource';
export type { Compiler } from './services/compiler';
export type { Resources } from './services/resources';
export type { Sql } from './sql';

/** What Strapi loads of the plugin. */
export default {
  contentTypes: { 'panel-preference': { schema: preference } },
  controllers: { panel },
  routes,
  services: { resources, compiler },
};
