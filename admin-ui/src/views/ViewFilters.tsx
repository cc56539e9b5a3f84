import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Stack, useMediaQuery } from '@mui/material';
import type { PanelView } from '@xueshi/core';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { filterControls } from '../filters/controls';
import { IdNumberSearch } from '../filters/IdNumberSearch';
import { panelText } from '../messages/panel';
import { type FilterValues, filterDefaults } from './filterDefaults';

const text = panelText.list;

interface ViewFiltersProps {
  view: PanelView;
  idNumber: { source: string; value: string } | null;
  onIdNumber: (search: { source: string; value: string } | null) => void;
}

/** The view's filters; their values live in the address, except an ID number. On a narrow screen they fold away. */
export function ViewFilters({ view, idNumber, onIdNumber }: ViewFiltersProps) {
  const { filterValues, setFilters } = useListContext();
  const narrow = useMediaQuery('(max-width:700px)');
  const [open, setOpen] = useState(false);
  const fields = new Map(view.fields.map((field) => [field.name, field]));
  const active = view.filters.filter((filter) => filterValues[filter.source] !== undefined).length + (idNumber ? 1 : 0);

  const set = (source: string, value: unknown): void => {
    const { [source]: _, ...others }: FilterValues = filterValues;
    setFilters(value === undefined ? others : { ...others, [source]: value });
  };
  const clear = (): void => {
    onIdNumber(null);
    setFilters(filterDefaults(view));
  };

  const controls = view.filters.map((filter) => {
    const field = fields.get(filter.source);
    if (!field) return null;
    const label = filter.label ?? field.label;
    if (field.format === 'masked' && filter.kind === 'text') {
      return (
        <IdNumberSearch
          key={filter.source}
          label={label}
          value={idNumber?.value ?? ''}
          onChange={(value) => onIdNumber(value ? { source: filter.source, value } : null)}
        />
      );
    }
    const Control = filterControls[filter.kind];
    return <Control key={filter.source} label={label} field={field} value={filterValues[filter.source]} onChange={(value) => set(filter.source, value)} />;
  });

  return (
    <Box role="search" aria-label={text.filters}>
      {narrow && (
        <Button variant="outlined" startIcon={<FilterListIcon />} aria-expanded={open} onClick={() => setOpen(!open)} sx={{ mt: 1, mb: 0.5 }}>
          {active > 0 ? text.filterCount(active) : text.filters}
        </Button>
      )}
      {(!narrow || open) && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, rowGap: 1.5, pt: 1.5, pb: 1, alignItems: 'center' }}>
          {controls}
          <Button onClick={clear}>{text.clearFilters}</Button>
        </Stack>
      )}
    </Box>
  );
}
