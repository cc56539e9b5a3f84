import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RaRecord } from 'react-admin';
import { request } from '../http/request';
import { panelText } from '../messages/panel';
import type { FilterProps } from './controls';

interface Organization extends RaRecord<number> {
  name: string;
}

const find = async (filter: Record<string, unknown>, signal: AbortSignal): Promise<Organization[]> =>
  (await request<Organization[]>(`/api/panel/organizations?${new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,19]' })}`, { signal })).body;

/** An organization of the own scope and everything below it, found by part of its name. */
export function OrganizationFilter({ label, value, onChange }: FilterProps) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const chosenId = typeof value === 'number' ? value : null;
  const { data: options = [] } = useQuery({
    queryKey: ['organization-options', wanted],
    queryFn: ({ signal }) => find(wanted.length > 1 ? { name: wanted } : {}, signal),
    staleTime: 60_000,
  });
  const { data: named = [] } = useQuery({
    queryKey: ['organization-name', chosenId],
    queryFn: ({ signal }) => find({ id: chosenId }, signal),
    enabled: chosenId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const chosen = chosenId === null ? null : (named[0] ?? options.find((one) => one.id === chosenId) ?? null);
  return (
    <Autocomplete
      options={options}
      value={chosen}
      onChange={(_, organization) => onChange(organization?.id)}
      onInputChange={(_, text, reason) => reason !== 'reset' && setTyped(text)}
      filterOptions={(all) => all}
      getOptionLabel={(organization) => organization.name}
      getOptionKey={(organization) => organization.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={panelText.list.noOption}
      size="small"
      sx={{ width: 190, '& .MuiAutocomplete-inputRoot.MuiInputBase-sizeSmall': { py: 0, height: 32 } }}
      renderInput={(props) => <TextField {...props} label={label} slotProps={{ inputLabel: { ...props.InputLabelProps, shrink: true } }} />}
    />
  );
}
