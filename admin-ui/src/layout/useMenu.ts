import { panelPages } from '../pages/pages';
import { useSession } from '../panel/SessionContext';
import { useViews } from '../views/useViews';

interface Entry {
  name: string;
  address: string;
  resource?: string;
}
export interface MenuGroup {
  name: string;
  entries: Entry[];
}

/** The server's menu in its order and under its names, with our own pages first in their group. */
export function useMenu(): MenuGroup[] {
  const { modules, membership } = useSession();
  const { data } = useViews();
  const groups = new Map<string, Entry[]>();
  const add = (group: string, entry: Entry): void => void groups.set(group, [...(groups.get(group) ?? []), entry]);
  for (const page of panelPages) {
    if (page.menu && modules.includes(page.module) && page.userTypes.includes(membership.userType))
      add(page.menu.group, { name: page.menu.name, address: page.path });
  }
  for (const one of data?.menu ?? []) add(one.group, { name: one.name, address: `/${one.resource}`, resource: one.resource });
  return [...groups].map(([name, entries]) => ({ name, entries }));
}
