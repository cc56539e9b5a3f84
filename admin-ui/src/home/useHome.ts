import { useQuery } from '@tanstack/react-query';
import type { HomeAnswer } from '@xueshi/core';
import { request } from '../http/request';
import { useSession } from '../panel/SessionContext';

export const homeKey = ['panel', 'home'];

/** GET /api/panel/home: an office's counters; asked again every minute while the page is in view. */
export function useHome() {
  const { membership } = useSession();
  return useQuery({
    queryKey: homeKey,
    queryFn: async ({ signal }) => (await request<HomeAnswer>('/api/panel/home', { signal })).body,
    enabled: membership.userType !== 'professional',
    refetchInterval: 60_000,
    staleTime: 20_000,
  });
}
