import { TextField } from '@mui/material';
import { useEffect, useState } from 'react';

interface IdNumberSearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** An ID number as a filter: kept in memory and posted, never in the address, the history or the browser's storage. */
export function IdNumberSearch({ label, value, onChange }: IdNumberSearchProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const apply = (): void => {
    const wanted = draft.trim().toUpperCase();
    if (wanted !== value) onChange(wanted);
  };
  return (
    <TextField
      label={label}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => event.key === 'Enter' && apply()}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 18, autoComplete: 'off' } }}
      type="search"
      sx={{ width: 170 }}
    />
  );
}
