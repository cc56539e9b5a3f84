export { defineResource } from './define-resource';
export * from './resource';
export type { Sql } from './sql';
