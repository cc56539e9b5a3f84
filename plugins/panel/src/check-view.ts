import type { View } from '@xueshi/core';
import type { Resource } from './resource';

/** What is wrong with a view of this resource, one Chinese sentence a problem. */
export function checkView(view: View, resource: Resource | undefined): string[] {
  if (!resource) return [`没有名为 ${view.resource} 的资源`];
  const problems: string[] = [];
  const fieldOf = (name: string) => (Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined);
  const filterable = (name: string): boolean => (name === 'tab' ? resource.tabs !== undefined : fieldOf(name)?.filter !== undefined);
  const modules = resource.modules[view.userType];
  if (!modules) problems.push(`${resource.label}不向用户类型 ${view.userType} 开放`);
  else if (!modules.includes(view.module)) problems.push(`权限模块 ${view.module} 不能打开${resource.label}`);
  for (const column of view.columns) if (!fieldOf(column.source)) problems.push(`列 ${column.source} 未在${resource.label}中声明`);
  for (const filter of view.filters) {
    const kind = fieldOf(filter.source)?.filter?.kind;
    if (kind === undefined) problems.push(`${resource.label}不能按 ${filter.source} 筛选`);
    else if (kind !== filter.kind) problems.push(`筛选 ${filter.source} 的控件应为 ${kind}，而非 ${filter.kind}`);
  }
  for (const tab of view.tabs) {
    for (const [name, value] of Object.entries(tab.filter)) {
      if (!filterable(name)) problems.push(`分类“${tab.label}”：${resource.label}不能按 ${name} 筛选`);
      else if (name === 'tab' && !(typeof value === 'string' && Object.hasOwn(resource.tabs ?? {}, value))) {
        problems.push(`分类“${tab.label}”：${resource.label}没有分类 ${value}`);
      }
    }
  }
  if (!fieldOf(view.order.field)?.sortable) problems.push(`${resource.label}不能按 ${view.order.field} 排序`);
  return problems;
}
