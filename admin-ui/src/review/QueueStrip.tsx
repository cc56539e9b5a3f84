import { Box } from '@mui/material';
import { useEffect, useRef } from 'react';
import { formatHours } from '../formats/format';
import { panelText } from '../messages/panel';
import { reviewText as text } from '../messages/review';
import { tokens } from '../theme/tokens';
import type { HourRecordRow } from './hourRecord';

interface QueueStripProps {
  rows: HourRecordRow[];
  openId: number;
  onOpen: (id: number) => void;
}

/** The page of the queue beside the open record, so that the clerk sees what comes. */
export function QueueStrip({ rows, openId, onOpen }: QueueStripProps) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-id="${openId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  return (
    <Box
      ref={list}
      component="nav"
      aria-label={text.queue}
      sx={{
        width: 208,
        flex: 'none',
        height: 'calc(100vh - 70px)',
        overflowY: 'auto',
        border: `1px solid ${tokens.line}`,
        borderRadius: 1,
        backgroundColor: tokens.paper,
      }}
    >
      {rows.map((row) => (
        <Box
          key={row.id}
          component="button"
          type="button"
          data-id={row.id}
          aria-current={row.id === openId ? 'true' : undefined}
          onClick={() => onOpen(row.id)}
          sx={{
            display: 'block',
            width: '100%',
            textAlign: 'left',
            font: 'inherit',
            color: 'inherit',
            border: 0,
            borderBottom: `1px solid ${tokens.ground}`,
            borderLeft: `3px solid ${row.id === openId ? tokens.focus : row.overdue ? tokens.error : 'transparent'}`,
            backgroundColor: row.id === openId ? '#fff6e0' : 'transparent',
            px: 1,
            py: 0.5,
            cursor: 'pointer',
            '&:hover': { backgroundColor: row.id === openId ? '#fff6e0' : '#f4f8fb' },
          }}
        >
          <Box sx={{ display: 'flex', gap: 0.5 }}>
            <strong>{row.professionalName}</strong>
            <Box component="span" sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}>
              {formatHours(row.hours)}
            </Box>
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {row.overdue && <span style={{ color: tokens.error }}>{panelText.overdue} </span>}
            {row.formName}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
