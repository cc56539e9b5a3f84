import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { request } from '../http/request';
import { panelText } from '../messages/panel';
import type { FilterProps } from './controls';

interface Region {
  code: string;
  name: string;
  parent: string | null;
}

/** A region and everything below it. The choices are the field's own, or the public list of regions. */
export function RegionFilter({ label, field, value, onChange }: FilterProps) {
  const { data = [] } = useQuery({
    queryKey: ['dictionary', 'region'],
    queryFn: async ({ signal }) => (await request<Region[]>('/api/dictionaries/region', { signal })).body,
    enabled: !field.choices,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const names = new Map(data.map((region) => [region.code, region.name]));
  const full = (region: Region): string =>
    region.parent && names.has(region.parent) && !region.parent.endsWith('0000') ? `${names.get(region.parent)} ${region.name}` : region.name;
  const options = field.choices ?? data.map((region) => ({ value: region.code, label: full(region) }));
  return (
    <Autocomplete
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      onChange={(_, option) => onChange(option?.value)}
      getOptionKey={(option) => option.value}
      isOptionEqualToValue={(a, b) => a.value === b.value}
      noOptionsText={panelText.list.noOption}
      size="small"
      sx={{ width: 180, '& .MuiAutocomplete-inputRoot.MuiInputBase-sizeSmall': { py: 0, height: 32 } }}
      renderInput={(props) => <TextField {...props} label={label} slotProps={{ inputLabel: { ...props.InputLabelProps, shrink: true } }} />}
    />
  );
}
