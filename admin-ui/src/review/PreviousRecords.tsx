import { Alert, Box, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { formatHours } from '../formats/format';
import { StatusChip } from '../formats/StatusChip';
import { reviewText as text } from '../messages/review';
import type { HourRecordRow } from './hourRecord';

/** The person's other claims, newest first: what a reviewer looks at to see a work claimed twice. */
export function PreviousRecords({ record }: { record: HourRecordRow }) {
  const { data = [], error } = useGetList<HourRecordRow>('hour-records', {
    filter: { professionalId: record.professionalId },
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'submittedAt', order: 'DESC' },
  });
  const others = data.filter((one) => one.id !== record.id);
  if (error) return <Alert severity="warning">{error.message}</Alert>;
  if (others.length === 0) return <Typography sx={{ color: 'text.secondary', px: 1 }}>{text.previousNone}</Typography>;
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={text.previous10}>
      <Table size="small" aria-label={text.previous10} sx={{ '& td': { whiteSpace: 'nowrap' } }}>
        <TableBody>
          {others.map((one) => (
            <TableRow key={one.id}>
              <TableCell>{one.year}</TableCell>
              <TableCell sx={{ maxWidth: 84, overflow: 'hidden', textOverflow: 'ellipsis' }} title={one.formName}>
                {one.formName}
              </TableCell>
              <TableCell sx={{ maxWidth: 118, overflow: 'hidden', textOverflow: 'ellipsis' }} title={one.title}>
                {one.title}
              </TableCell>
              <TableCell>{one.startsOn}</TableCell>
              <TableCell align="right">{formatHours(one.hours)}</TableCell>
              <TableCell>
                <StatusChip status={one.status} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
