import { Box } from '@mui/material';
import type { ResourceField } from '@xueshi/core';
import type { RaRecord } from 'react-admin';
import { cells } from '../formats/cells';

/** Labels and values side by side, as many columns as fit; long texts take the whole width. */
export function FieldList({ fields, record }: { fields: ResourceField[]; record: RaRecord }) {
  const names = new Set(fields.map((field) => field.name));
  // A reference and the name that travels with it say the same.
  const shown = fields.filter((field) => field.format !== 'reference' || !names.has(field.name.replace(/Id$/, 'Name')));
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))', columnGap: 3, rowGap: 0.75, m: 0 }}>
      {shown.map((field) => {
        const { Cell, long } = cells[field.format];
        return (
          <Box key={field.name} sx={{ display: 'flex', gap: 1, ...(long ? { gridColumn: '1 / -1' } : {}) }}>
            <Box component="dt" sx={{ color: 'text.secondary', width: 96, flex: 'none' }}>
              {field.label}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: long ? 'pre-wrap' : undefined }}>
              <Cell value={record[field.name]} field={field} record={record} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
