import { Box, Checkbox, Link, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel } from '@mui/material';
import type { Format } from '@xueshi/core';
import type { ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { cells } from '../formats/cells';
import { panelText } from '../messages/panel';
import { tokens } from '../theme/tokens';
import type { ResolvedColumn } from './columns';

const text = panelText.list;

export interface RecordTableProps {
  columns: ResolvedColumn[];
  label: string;
  /** Where a row leads; absent: rows lead nowhere. */
  address?: (record: RaRecord) => string;
  selectable?: boolean;
  /** The row under the keyboard. */
  activeId?: unknown;
  onActivate?: (record: RaRecord) => void;
  actions?: (record: RaRecord) => ReactNode;
}

/** The link of a row stands in its first column of words. */
const nameLike: Format[] = ['text', 'longtext'];

/** Wider than this, the columns of words give way. */
const roomy = 1180;
const widthOf = (column: ResolvedColumn): number => column.width ?? 140;

/** Counts with `width` when the table is laid out and fills the cell it gets: a wide list fits the screen before it scrolls. */
const flexibleBox = (width: number) =>
  ({ display: 'block', width: Math.max(56, Math.round(width)), minWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis' }) as const;

const stickyCell = { position: 'sticky', left: 0, zIndex: 1, backgroundColor: 'inherit' } as const;

/** The rows of the list context as a real table: named checkboxes, sort state for readers, first column fixed when it scrolls. */
export function RecordTable({ columns, label, address, selectable = false, activeId, onActivate, actions }: RecordTableProps) {
  const { data = [], sort, setSort, selectedIds, onToggleItem, onSelect, isFetching } = useListContext();
  const nameOf = (record: RaRecord): string =>
    String(record.professionalName ?? record.name ?? (columns[0] ? record[columns[0].source] : undefined) ?? record.id);
  const linkAt = Math.max(
    0,
    columns.findIndex((column) => nameLike.includes(column.field.format)),
  );
  const give = columns.reduce((sum, column) => sum + widthOf(column), 0) > roomy ? 0.6 : 0.9;
  const pageSelected = data.length > 0 && data.every((record) => selectedIds.includes(record.id));
  const togglePage = (): void => {
    const ids = data.map((record) => record.id);
    onSelect(pageSelected ? selectedIds.filter((id) => !ids.includes(id)) : [...new Set([...selectedIds, ...ids])]);
  };

  return (
    <Box sx={{ overflowX: 'auto', opacity: isFetching ? 0.75 : 1 }} tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label} aria-busy={isFetching} sx={{ borderCollapse: 'separate' }}>
        <TableHead>
          <TableRow sx={{ backgroundColor: '#e9eff5' }}>
            {selectable && (
              <TableCell sx={{ p: 0, width: 30, textAlign: 'center' }}>
                <Checkbox
                  checked={pageSelected}
                  indeterminate={!pageSelected && data.some((record) => selectedIds.includes(record.id))}
                  onChange={togglePage}
                  slotProps={{ input: { 'aria-label': text.selectPage } }}
                />
              </TableCell>
            )}
            {columns.map((column, i) => (
              <TableCell
                key={column.source}
                align={cells[column.field.format].align}
                sortDirection={sort.field === column.source ? (sort.order === 'ASC' ? 'asc' : 'desc') : false}
                sx={{ ...(i === 0 ? { ...stickyCell, zIndex: 2 } : {}) }}
              >
                {column.sortable ? (
                  <TableSortLabel
                    active={sort.field === column.source}
                    direction={sort.order === 'DESC' && sort.field === column.source ? 'desc' : 'asc'}
                    onClick={() => setSort({ field: column.source, order: sort.field === column.source && sort.order === 'ASC' ? 'DESC' : 'ASC' })}
                  >
                    {column.label}
                  </TableSortLabel>
                ) : (
                  column.label
                )}
              </TableCell>
            ))}
            {actions && <TableCell>{panelText.list.actions}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map((record) => (
            <TableRow
              key={record.id}
              data-row={record.id}
              aria-current={record.id === activeId ? 'true' : undefined}
              selected={selectedIds.includes(record.id)}
              onMouseDown={() => onActivate?.(record)}
              sx={{
                backgroundColor: record.id === activeId ? '#fff6e0' : tokens.paper,
                boxShadow: record.id === activeId ? `inset 3px 0 0 ${tokens.focus}` : record.overdue === true ? `inset 3px 0 0 ${tokens.error}` : undefined,
                '&:hover': { backgroundColor: record.id === activeId ? '#fff6e0' : '#f4f8fb' },
                '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: '#dfecf7' },
              }}
            >
              {selectable && (
                <TableCell sx={{ p: 0, textAlign: 'center', lineHeight: 0 }}>
                  <Checkbox
                    checked={selectedIds.includes(record.id)}
                    onChange={() => onToggleItem(record.id)}
                    slotProps={{ input: { 'aria-label': text.selectRow(nameOf(record)) } }}
                  />
                </TableCell>
              )}
              {columns.map((column, i) => {
                const { Cell, align, flexible } = cells[column.field.format];
                const cell = <Cell value={record[column.source]} field={column.field} record={record} />;
                const content = flexible ? (
                  <Box component="span" sx={flexibleBox(widthOf(column) * give)}>
                    {cell}
                  </Box>
                ) : (
                  cell
                );
                return (
                  <TableCell
                    key={column.source}
                    align={align}
                    sx={{ whiteSpace: 'nowrap', ...(i === 0 ? stickyCell : {}) }}
                    title={['text', 'choice', 'reference'].includes(column.field.format) ? String(record[column.source] ?? '') : undefined}
                  >
                    {i === linkAt && address ? (
                      <Link component={RouterLink} to={address(record)} data-open onFocus={() => onActivate?.(record)} sx={{ fontWeight: 500 }}>
                        {content}
                      </Link>
                    ) : (
                      content
                    )}
                  </TableCell>
                );
              })}
              {actions && <TableCell sx={{ whiteSpace: 'nowrap' }}>{actions(record)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
