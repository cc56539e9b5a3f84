import { Box, Button, Card, CardContent, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { StatusChip } from '../formats/StatusChip';
import { request } from '../http/request';
import { professionalText as text } from '../messages/professional';
import type { HourRecordRow } from '../review/hourRecord';

const shown = 6;

/** The last few declarations of the year, each a link to its detail. */
export function LatestRecords({ year }: { year: number }) {
  const query = new URLSearchParams({ filter: JSON.stringify({ year }), range: JSON.stringify([0, shown - 1]), sort: JSON.stringify(['submittedAt', 'DESC']) });
  const { data, error } = useQuery({
    queryKey: ['hour-records', 'latest', year],
    queryFn: ({ signal }) => request<HourRecordRow[]>(`/api/panel/hour-records?${query}`, { signal }).then((reply) => reply.body),
  });
  const all = `/hour-records?filter=${encodeURIComponent(JSON.stringify({ year }))}`;
  return (
    <Card variant="outlined">
      <CardContent>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
          <Typography variant="h6" component="h2">
            {text.latest}
          </Typography>
          <Button component={Link} to={all} size="small">
            {text.allRecords}
          </Button>
        </Stack>
        {error && <Typography role="alert">{error.message}</Typography>}
        {data?.length === 0 && <Typography>{text.noRecords}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data?.map((record) => (
            <Box component="li" key={record.id} sx={{ display: 'flex', gap: 1.5, alignItems: 'center', py: 0.6, borderTop: 1, borderColor: 'divider' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography component={Link} to={`/hour-records/${record.id}/show`} noWrap sx={{ display: 'block', color: 'primary.main' }}>
                  {record.title}
                </Typography>
                <Typography variant="body2" noWrap>
                  {record.formName} · {record.hours} {text.hours}
                  {record.status === 'pending' && record.stepName ? ` · ${record.stepName}` : ''}
                </Typography>
              </Box>
              <StatusChip status={record.status} />
            </Box>
          ))}
        </Box>
      </CardContent>
    </Card>
  );
}
