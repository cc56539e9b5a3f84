import { Box, Checkbox, Link, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { cells } from '../formats/cells';
import { panelText } from '../messages/panel';
import { tokens } from '../theme/tokens';
import type { ResolvedColumn } from './columns';
import type { RecordTableProps } from './RecordTable';

/** Takes a line of a card for itself. */
const isWide = ({ field }: ResolvedColumn): boolean => cells[field.format].flexible === true || field.format === 'masked' || field.format === 'datetime';

/** The same rows for a narrow screen: one card each, the first column as its heading, the rest as pairs. */
export function RecordCards({ columns, label, address, selectable = false, actions }: Omit<RecordTableProps, 'activeId' | 'onActivate'>) {
  const { data = [], selectedIds, onToggleItem } = useListContext();
  const [first, ...rest] = columns;
  if (!first) return null;
  const draw = (source: (typeof columns)[number], record: RaRecord): ReactNode => {
    const { Cell } = cells[source.field.format];
    return <Cell value={record[source.source]} field={source.field} record={record} />;
  };
  return (
    <Stack component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
      {data.map((record) => (
        <Box
          component="li"
          key={record.id}
          sx={{
            p: 1.25,
            border: `1px solid ${tokens.line}`,
            borderLeft: `3px solid ${record.overdue === true ? tokens.error : tokens.primary}`,
            borderRadius: 1,
            backgroundColor: 'background.paper',
          }}
        >
          <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5, mb: 0.5 }}>
            {selectable && (
              <Checkbox
                checked={selectedIds.includes(record.id)}
                onChange={() => onToggleItem(record.id)}
                slotProps={{ input: { 'aria-label': panelText.list.selectRow(String(record[first.source] ?? record.id)) } }}
                sx={{ p: 1, m: -1, mr: 0 }}
              />
            )}
            <Box sx={{ fontSize: 15, fontWeight: 600, flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {address ? (
                <Link component={RouterLink} to={address(record)} sx={{ display: 'block', py: 0.5 }}>
                  {draw(first, record)}
                </Link>
              ) : (
                draw(first, record)
              )}
            </Box>
            {actions?.(record)}
          </Stack>
          <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', columnGap: 1.5, rowGap: 0.25, m: 0 }}>
            {rest.map((column) => (
              <Box key={column.source} sx={{ display: 'flex', gap: 1, gridColumn: isWide(column) ? '1 / -1' : undefined }}>
                <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
                  {column.label}
                </Box>
                <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
                  {draw(column, record)}
                </Box>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Stack>
  );
}
