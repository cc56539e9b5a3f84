import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** What a field's `pluginOptions.xueshi` in schema.json says for the administration. */
interface FieldWords {
  label: string;
  description?: string;
  /** Kept by the system: not on the form. */
  hidden?: boolean;
}
/** What a content type's `pluginOptions.xueshi` says. */
interface TypeWords {
  /** `configuration` is edited in Strapi; `business` belongs to the panel and is only looked at here. */
  group: 'configuration' | 'business';
  mainField: string;
  list: string[];
}
interface Attribute {
  type: string;
  pluginOptions?: { xueshi?: FieldWords };
}
interface ContentType {
  uid: string;
  attributes: Record<string, Attribute>;
  pluginOptions?: { xueshi?: TypeWords };
}
type Metadata = { edit: Record<string, unknown>; list: Record<string, unknown> };
/** The content manager's own record of how it shows a content type. */
interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}
interface ConfigurationService {
  findConfiguration(type: { uid: string }): Promise<Configuration>;
  updateConfiguration(type: { uid: string }, configuration: Configuration): Promise<unknown>;
}

const stockLabels: Record<string, string> = { id: '编号', documentId: '文档标识', createdAt: '创建时间', updatedAt: '更新时间', publishedAt: '生效时间' };
/** Columns of the form's twelve that a field takes. */
const widths: Record<string, number> = { boolean: 4, integer: 4, decimal: 4, date: 4, datetime: 4, text: 12, richtext: 12, json: 12 };
const formWidth = 12;

/**
 * Gives the administration its Chinese labels, descriptions, lists and forms out of the schemas. Written once per content type and
 * again only when the schema's own words change, so that what an administrator arranged with "configure the view" stays.
 */
export async function describeContentTypes(strapi: Core.Strapi): Promise<void> {
  const service: ConfigurationService = strapi.plugin('content-manager').service('content-types');
  const store = strapi.store({ type: 'plugin', name: 'xueshi' });
  const applied = ((await store.get({ key: 'described' })) ?? {}) as Record<string, string>;
  let changed = false;
  for (const type of Object.values(strapi.contentTypes) as unknown as ContentType[]) {
    const words = type.pluginOptions?.xueshi;
    if (!words) continue;
    const digest = createHash('sha256')
      .update(JSON.stringify([words, Object.entries(type.attributes).map(([name, a]) => [name, a.type, a.pluginOptions?.xueshi])]))
      .digest('hex');
    if (applied[type.uid] === digest) continue;
    await service.updateConfiguration(type, configurationOf(type, words, await service.findConfiguration(type)));
    applied[type.uid] = digest;
    changed = true;
  }
  if (changed) await store.set({ key: 'described', value: applied });
}

function configurationOf(type: ContentType, words: TypeWords, current: Configuration): Configuration {
  const readOnly = words.group === 'business';
  const metadatas = Object.fromEntries(
    Object.entries(current.metadatas).map(([name, metadata]): [string, Metadata] => {
      const attribute = type.attributes[name];
      const field = attribute?.pluginOptions?.xueshi;
      const label = field?.label ?? stockLabels[name];
      if (!label) return [name, metadata];
      const edit = attribute
        ? { ...metadata.edit, label, description: field?.description ?? '', editable: !readOnly && attribute.type !== 'relation' }
        : metadata.edit;
      return [name, { edit, list: { ...metadata.list, label } }];
    }),
  );
  const shown = Object.entries(type.attributes).filter(([, attribute]) => attribute.pluginOptions?.xueshi && !attribute.pluginOptions.xueshi.hidden);
  const order = words.list.includes('sort') ? 'sort' : words.mainField;
  return {
    settings: { ...current.settings, pageSize: 50, mainField: words.mainField, defaultSortBy: order, defaultSortOrder: 'ASC' },
    metadatas,
    layouts: { list: words.list, edit: rowsOf(shown.map(([name, { type: kind }]) => ({ name, size: widths[kind] ?? 6 }))) },
  };
}

/** Fields in their order, as many in a row as fit. */
function rowsOf(fields: { name: string; size: number }[]): { name: string; size: number }[][] {
  const rows: { name: string; size: number }[][] = [];
  let free = 0;
  for (const field of fields) {
    const last = rows.at(-1);
    if (last && field.size <= free) last.push(field);
    else {
      rows.push([field]);
      free = formWidth;
    }
    free -= field.size;
  }
  return rows;
}
