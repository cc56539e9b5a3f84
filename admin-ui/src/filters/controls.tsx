import { MenuItem, Stack, TextField } from '@mui/material';
import type { FilterKind, ResourceField } from '@xueshi/core';
import { type ComponentType, useEffect, useState } from 'react';
import { panelText } from '../messages/panel';
import { OrganizationFilter } from './OrganizationFilter';
import { RegionFilter } from './RegionFilter';

export interface FilterProps {
  label: string;
  field: ResourceField;
  value: unknown;
  /** `undefined` removes the filter. */
  onChange: (value: unknown) => void;
}

/** The first year anyone can have declared for (F01). */
const firstYear = 2013;
const shrink = { inputLabel: { shrink: true } } as const;

/** A text takes effect on Enter or when it is left, so that no query runs for half a word. */
function TextFilter({ label, value, onChange }: FilterProps) {
  const applied = typeof value === 'string' ? value : '';
  const [draft, setDraft] = useState(applied);
  useEffect(() => setDraft(applied), [applied]);
  const apply = (): void => {
    if (draft.trim() !== applied) onChange(draft.trim() || undefined);
  };
  return (
    <TextField
      label={label}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => event.key === 'Enter' && apply()}
      slotProps={{ ...shrink, htmlInput: { maxLength: 100 } }}
      type="search"
      sx={{ width: 120 }}
    />
  );
}

interface Option {
  value: string;
  label: string;
}
interface SelectFilterProps {
  label: string;
  value: string;
  options: Option[];
  onChange: (value: string | undefined) => void;
}

function SelectFilter({ label, value, options, onChange }: SelectFilterProps) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value || undefined)}
      slotProps={{ ...shrink, select: { native: true } }}
      sx={{ minWidth: `max(96px, ${label.length + 3}em)`, maxWidth: 200 }}
    >
      <option value="">{panelText.all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}

function ChoiceFilter({ label, field, value, onChange }: FilterProps) {
  return <SelectFilter label={label} value={value === undefined ? '' : String(value)} options={field.choices ?? []} onChange={onChange} />;
}

function ChoicesFilter({ label, field, value, onChange }: FilterProps) {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const names = new Map(field.choices?.map((choice) => [choice.value, choice.label]));
  return (
    <TextField
      select
      label={label}
      value={chosen}
      onChange={(event) => {
        const next: unknown = event.target.value;
        onChange(Array.isArray(next) && next.length > 0 ? next : undefined);
      }}
      slotProps={{
        ...shrink,
        select: { multiple: true, displayEmpty: true, renderValue: () => chosen.map((one) => names.get(one) ?? one).join('、') || panelText.all },
      }}
      sx={{ minWidth: 120, maxWidth: 220 }}
    >
      {field.choices?.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function YearFilter({ label, value, onChange }: FilterProps) {
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, i) => String(thisYear - i));
  return (
    <SelectFilter
      label={label}
      value={value === undefined ? '' : String(value)}
      options={years.map((year) => ({ value: year, label: year }))}
      onChange={(year) => onChange(year === undefined ? undefined : Number(year))}
    />
  );
}

function BooleanFilter({ label, field, value, onChange }: FilterProps) {
  return (
    <SelectFilter
      label={label}
      value={value === undefined ? '' : String(value)}
      options={
        field.choices ?? [
          { value: 'true', label: panelText.yes },
          { value: 'false', label: panelText.no },
        ]
      }
      onChange={(chosen) => onChange(chosen === undefined ? undefined : chosen === 'true')}
    />
  );
}

type Bounds = Partial<Record<'from' | 'to', string | number>>;

function RangeFilter({ label, field, value, onChange }: FilterProps) {
  const bounds: Bounds = typeof value === 'object' && value !== null ? value : {};
  const numeric = field.format === 'integer' || field.format === 'hours';
  const set = (side: 'from' | 'to', text: string): void => {
    const { [side]: _, ...other } = bounds;
    const next: Bounds = text === '' ? other : { ...other, [side]: numeric ? Number(text) : text };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <Stack direction="row" sx={{ gap: 0.5 }}>
      {(['from', 'to'] as const).map((side) => (
        <TextField
          key={side}
          label={`${label}${panelText.list[side]}`}
          type={numeric ? 'number' : 'date'}
          value={bounds[side] ?? ''}
          onChange={(event) => set(side, event.target.value)}
          slotProps={shrink}
          sx={{ width: numeric ? 90 : 136 }}
        />
      ))}
    </Stack>
  );
}

/** The control of each kind of filter. A kind missing here does not compile. */
export const filterControls: Record<FilterKind, ComponentType<FilterProps>> = {
  text: TextFilter,
  choice: ChoiceFilter,
  choices: ChoicesFilter,
  year: YearFilter,
  range: RangeFilter,
  boolean: BooleanFilter,
  organization: OrganizationFilter,
  region: RegionFilter,
};
