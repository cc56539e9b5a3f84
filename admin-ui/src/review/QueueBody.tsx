import { Box, useMediaQuery } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDataProvider, useListContext, useNotify } from 'react-admin';
import { useLocation, useMatch, useNavigate } from 'react-router-dom';
import { reviewText as text } from '../messages/review';
import type { PanelDataProvider } from '../panel/dataProvider';
import type { ListBodyProps } from '../views/ViewList';
import type { HourRecordRow } from './hourRecord';
import { QueueRows } from './QueueRows';
import { QueueStrip } from './QueueStrip';
import { prefetchHourRecord } from './useHourRecord';
import { Workbench } from './Workbench';

/** Either the rows of the queue, or the open record with the rows beside it. */
export function QueueBody({ view, searching }: ListBodyProps) {
  const match = useMatch('/hour-reviews/:id/show');
  return match?.params.id ? <OpenRecord id={Number(match.params.id)} /> : <QueueRows view={view} searching={searching} />;
}

function OpenRecord({ id }: { id: number }) {
  const { data: rows = [], total = 0 } = useListContext<HourRecordRow>();
  const { search } = useLocation();
  const navigate = useNavigate();
  const notify = useNotify();
  const wide = useMediaQuery('(min-width:1200px)');
  const at = rows.findIndex((row) => row.id === id);
  const previous = rows[at - 1];
  const next = at >= 0 ? rows[at + 1] : rows[0];
  usePrefetch(next?.id);

  const open = (to: number): void => navigate(`/hour-reviews/${to}/show${search}`, { replace: true });
  const close = (): void => navigate(`/hour-reviews${search}`);
  const afterDecision = (): void => {
    // The rows are those the clerk was working through; the decided one is about to leave them.
    const following = next ?? rows.find((row) => row.id !== id);
    if (following) {
      open(following.id);
      return;
    }
    notify(total > rows.length ? text.pageDone : text.allDone, { type: 'info' });
    close();
  };
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {wide && rows.length > 0 && <QueueStrip rows={rows} openId={id} onOpen={open} />}
      <Workbench
        key={id}
        id={id}
        position={at >= 0 ? text.position(at + 1, total) : ''}
        onPrevious={previous ? () => open(previous.id) : null}
        onNext={next ? () => open(next.id) : null}
        onDecided={afterDecision}
        onClose={close}
      />
    </Box>
  );
}

/** Fetches the next record while the present one is read, so that it opens at once. */
function usePrefetch(id: number | undefined): void {
  const client = useQueryClient();
  const provider = useDataProvider<PanelDataProvider>();
  useEffect(() => {
    if (id !== undefined) void prefetchHourRecord(client, provider, 'hour-reviews', id);
  }, [client, provider, id]);
}
