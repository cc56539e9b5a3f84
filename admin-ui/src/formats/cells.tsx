import { Box } from '@mui/material';
import type { Format, ResourceField } from '@xueshi/core';
import type { ComponentType } from 'react';
import type { RaRecord } from 'react-admin';
import { panelText as text } from '../messages/panel';
import { regionName, useRegions } from '../regions/useRegions';
import { formatAge, formatDay, formatHours, formatTime } from './format';
import { StatusChip } from './StatusChip';

export interface CellProps {
  value: unknown;
  field: ResourceField;
  record: RaRecord;
}
interface CellKind {
  Cell: ComponentType<CellProps>;
  align: 'left' | 'right' | 'center';
  /** Takes the whole width and keeps its lines in a detail. */
  long?: boolean;
  /** Gives way in a list that is wider than the screen: cut with an ellipsis. */
  flexible?: boolean;
}

/** The day a step is due carries the overdue mark of its row (X11). */
const dueField = 'stepDue';

const labelOf = (field: ResourceField, value: unknown): string => field.choices?.find((choice) => choice.value === String(value))?.label ?? String(value);
const Empty = () => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {text.none}
  </Box>
);
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

type Show = (value: unknown, field: ResourceField) => string;
/** A cell that is only a text. */
const plain =
  (show: Show): ComponentType<CellProps> =>
  ({ value, field }) =>
    isEmpty(value) ? <Empty /> : show(value, field);

/** A day or a time; the day a step is due is marked when it has passed. */
const dated =
  (show: (value: string) => string): ComponentType<CellProps> =>
  ({ value, field, record }) => {
    if (isEmpty(value)) return <Empty />;
    const late = field.name === dueField && record.overdue === true;
    return (
      <Box component="span" sx={late ? { color: 'error.main', fontWeight: 600 } : undefined}>
        {show(String(value))}
        {late && ` ${text.overdue}`}
      </Box>
    );
  };

function StatusCell({ value, field, record }: CellProps) {
  if (isEmpty(value)) return <Empty />;
  return (
    <>
      <StatusChip status={String(value)} label={field.choices ? labelOf(field, value) : undefined} />
      {record.overdue === true && (
        <Box component="span" sx={{ ml: 0.5, color: 'error.main', fontWeight: 600, fontSize: 12 }}>
          {text.overdue}
        </Box>
      )}
    </>
  );
}

/** A reference is shown by the name that travels with it: `organizationId` by `organizationName`. */
function ReferenceCell({ value, field, record }: CellProps) {
  const name: unknown = record[field.name.replace(/Id$/, 'Name')];
  return isEmpty(name ?? value) ? <Empty /> : String(name ?? value);
}

/** A text; the code of a region by its name. */
function TextCell({ value, field }: CellProps) {
  const regional = field.filter === 'region' && !field.choices;
  const { data = [] } = useRegions(regional);
  if (isEmpty(value)) return <Empty />;
  return regional ? regionName(data, String(value)) : listed(value, field);
}

function LongCell({ value }: CellProps) {
  return isEmpty(value) ? <Empty /> : <span title={String(value)}>{String(value)}</span>;
}

function DocumentsCell({ value }: CellProps) {
  const count = Array.isArray(value) ? value.length : Number(value ?? 0);
  return count > 0 ? count : <Empty />;
}

const listed: Show = (value, field) => (Array.isArray(value) ? value.map((one) => labelOf(field, one)).join('、') || text.none : labelOf(field, value));

/** How a value of each format is drawn, in lists and details. A format missing here does not compile. */
export const cells: Record<Format, CellKind> = {
  text: { Cell: TextCell, align: 'left', flexible: true },
  longtext: { Cell: LongCell, align: 'left', long: true, flexible: true },
  integer: { Cell: plain((value) => Number(value).toLocaleString('zh-CN', { useGrouping: false })), align: 'right' },
  hours: { Cell: plain((value) => formatHours(Number(value))), align: 'right' },
  date: { Cell: dated(formatDay), align: 'left' },
  datetime: { Cell: dated(formatTime), align: 'left' },
  age: { Cell: plain((value) => formatAge(String(value))), align: 'right' },
  boolean: { Cell: plain((value, field) => (field.choices ? labelOf(field, value) : value === true ? text.yes : text.no)), align: 'center' },
  status: { Cell: StatusCell, align: 'left' },
  choice: { Cell: plain(listed), align: 'left' },
  reference: { Cell: ReferenceCell, align: 'left', flexible: true },
  masked: { Cell: plain(String), align: 'left' },
  documents: { Cell: DocumentsCell, align: 'right' },
};
