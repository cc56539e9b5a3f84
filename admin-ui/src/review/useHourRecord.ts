import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PanelDataProvider } from '../panel/dataProvider';
import type { HourRecordDetail } from './hourRecord';

type Resource = 'hour-records' | 'hour-reviews';

/** React-Admin puts rows of lists into its own getOne cache; a row lacks what the single read adds, so the single read has a key of its own. */
const detailQuery = (provider: PanelDataProvider, resource: Resource, id: number) => ({
  queryKey: [resource, 'detail', id],
  queryFn: async () => (await provider.getOne<HourRecordDetail>(resource, { id })).data,
});

/** One declaration with everything a decision or a correction needs. */
export function useHourRecord(resource: Resource, id: number) {
  const provider = useDataProvider<PanelDataProvider>();
  // What was fetched ahead is shown at once, and read anew all the same: a decision must not rest on a copy from before a correction.
  return useQuery({ ...detailQuery(provider, resource, id), refetchOnMount: 'always' });
}

/** Fetches a declaration that will be opened next. */
export const prefetchHourRecord = (client: QueryClient, provider: PanelDataProvider, resource: Resource, id: number): Promise<void> =>
  client.prefetchQuery({ ...detailQuery(provider, resource, id), staleTime: 20_000 });
