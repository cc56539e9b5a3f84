import { useQuery } from '@tanstack/react-query';
import { request } from '../http/request';

export interface RegionChoice {
  code: string;
  name: string;
  parent: string | null;
}

/** GET /api/dictionaries/region: 行政区划, once per load of the panel. */
export const useRegions = (enabled = true) =>
  useQuery({
    queryKey: ['dictionary', 'region'],
    queryFn: async ({ signal }) => (await request<RegionChoice[]>('/api/dictionaries/region', { signal })).body,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** `郑州市 中牟县`: a county with its city, everything else by its own name. */
export function regionName(regions: readonly RegionChoice[], code: string): string {
  const region = regions.find((one) => one.code === code);
  if (!region) return code;
  const parent = regions.find((one) => one.code === region.parent);
  return parent && !parent.code.endsWith('0000') ? `${parent.name} ${region.name}` : region.name;
}
