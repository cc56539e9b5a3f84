import { Box, Typography } from '@mui/material';
import type { HistoryEntry, LearningForm } from '@xueshi/core';
import type { ReactNode } from 'react';
import { formatAge, formatDay, formatTime } from '../formats/format';
import { panelText } from '../messages/panel';
import { entryNames, reviewText as text } from '../messages/review';
import type { ReviewHistory } from '../panel/dataProvider';
import { tokens } from '../theme/tokens';
import type { HourRecordRow } from './hourRecord';
import { labelOf } from './recordLabels';

const colours: Record<HistoryEntry['decision'], string> = {
  submit: tokens.primary,
  correct: tokens.primary,
  approve: tokens.success,
  reject: tokens.error,
  return: tokens.warning,
  withdraw: tokens.mute,
  revoke: tokens.error,
};

interface TimelineProps {
  history: ReviewHistory;
  record: Pick<HourRecordRow, 'stepSince' | 'stepDue' | 'overdue'>;
  form: LearningForm;
}

/** D06: who decided what, when and why; where it waits, since when and until when; which offices come after. */
export function Timeline({ history, record, form }: TimelineProps) {
  const entries = [...history.history].sort((a, b) => a.id - b.id);
  const open = history.status === 'pending' && history.step !== null ? history.steps[history.step] : undefined;
  const later = history.status === 'pending' && history.step !== null ? history.steps.slice(history.step + 1) : [];
  return (
    <Box component="ol" aria-label={text.timeline} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map((entry) => (
        <Point key={entry.id} colour={colours[entry.decision]}>
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <strong style={{ color: colours[entry.decision] }}>{entryNames[entry.decision]}</strong>
            <span>{[entry.organizationName, entry.actorName].filter(Boolean).join(' · ')}</span>
            {entry.onBehalfOf && <span>（{text.onBehalf(entry.onBehalfOf)}）</span>}
            <Box component="time" dateTime={entry.at} sx={{ ml: 'auto', color: 'text.secondary' }}>
              {formatTime(entry.at)}
            </Box>
          </Box>
          {entry.reason && (
            <Box sx={{ overflowWrap: 'anywhere' }}>
              {text.reason}：{entry.reason}
            </Box>
          )}
          {entry.marks.map((mark) => (
            <Box key={mark.field} sx={{ color: 'error.main' }}>
              {labelOf(mark.field, form)}
              {mark.remark && `：${mark.remark}`}
            </Box>
          ))}
        </Point>
      ))}
      {open && (
        <Point colour={record.overdue ? tokens.error : tokens.focus} hollow>
          <strong>{text.waiting(open.organizationName)}</strong>
          {record.stepSince && (
            <Typography component="div" variant="caption">
              {text.since(formatTime(record.stepSince), formatAge(record.stepSince))}
            </Typography>
          )}
          {record.stepDue && (
            <Typography component="div" variant="caption" sx={record.overdue ? { color: 'error.main', fontWeight: 600 } : undefined}>
              {text.due(formatDay(record.stepDue))}
              {record.overdue && `　${panelText.overdue}`}
            </Typography>
          )}
        </Point>
      )}
      {later.map((step) => (
        <Point key={step.organizationId} colour={tokens.control} hollow>
          <Box sx={{ color: 'text.secondary' }}>
            {step.organizationName} · {text.later}
          </Box>
        </Point>
      ))}
    </Box>
  );
}

function Point({ colour, hollow = false, children }: { colour: string; hollow?: boolean; children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.25,
        pb: 1,
        '&:not(:last-of-type)::before': { content: '""', position: 'absolute', left: 4, top: 12, bottom: -4, width: 2, backgroundColor: tokens.line },
      }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          left: 0,
          top: 5,
          width: 10,
          height: 10,
          borderRadius: '50%',
          border: `2px solid ${colour}`,
          backgroundColor: hollow ? tokens.paper : colour,
        }}
      />
      {children}
    </Box>
  );
}
