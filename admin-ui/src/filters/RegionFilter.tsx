import { Autocomplete, TextField } from '@mui/material';
import { panelText } from '../messages/panel';
import { regionName, useRegions } from '../regions/useRegions';
import type { FilterProps } from './controls';

/** A region and everything below it. */
export function RegionFilter({ label, value, onChange }: FilterProps) {
  const { data = [] } = useRegions();
  const options = data.map(({ code }) => ({ value: code, label: regionName(data, code) }));
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
