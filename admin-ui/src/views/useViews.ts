import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PanelView, ViewsAnswer } from '@xueshi/core';
import { request } from '../http/request';

const key = ['panel', 'views'];

/** GET /api/panel/views, once per load of the panel. */
export const useViews = () =>
  useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await request<ViewsAnswer>('/api/panel/views', { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The view of one resource for this membership, or undefined when it has none. */
export const useView = (resource: string): PanelView | undefined => useViews().data?.views.find((view) => view.resource === resource);

/** Saves the columns of a list for this membership (X26) and shows them at once; null goes back to the view's own. @throws ApiError */
export function useSaveColumns(): (view: PanelView, columns: string[]) => Promise<void> {
  const client = useQueryClient();
  return async (view, columns) => {
    await request<unknown>(`/api/panel/preferences/${view.resource}`, { method: 'PUT', body: { columns } });
    client.setQueryData<ViewsAnswer>(
      key,
      (answer) => answer && { ...answer, views: answer.views.map((one) => (one.resource === view.resource ? { ...one, preference: { columns } } : one)) },
    );
  };
}
