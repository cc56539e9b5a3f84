import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PanelDataProvider } from '../panel/dataProvider';

/** The rounds, steps and decisions of one record; asked anew with every version of it. */
export function useHistory(resource: string, id: number, version: number | undefined) {
  const dataProvider = useDataProvider<PanelDataProvider>();
  return useQuery({ queryKey: [resource, 'history', id, version], queryFn: () => dataProvider.history(resource, id), enabled: version !== undefined });
}
