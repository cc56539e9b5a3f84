import { Box, Button, TextField } from '@mui/material';
import type { Decision } from '@xueshi/core';
import { formatHours } from '../formats/format';
import { decisionNames, reviewText as text } from '../messages/review';
import { tokens } from '../theme/tokens';
import type { HourRecordDetail } from './hourRecord';

const keys: Partial<Record<Decision, string>> = { approve: 'Alt+A', reject: 'Alt+R', return: 'Alt+B' };
const order: Decision[] = ['approve', 'reject', 'return', 'withdraw', 'revoke'];
const looks: Record<Decision, { color: 'success' | 'error' | 'warning' | 'primary'; variant: 'contained' | 'outlined' }> = {
  approve: { color: 'success', variant: 'contained' },
  reject: { color: 'error', variant: 'outlined' },
  return: { color: 'warning', variant: 'outlined' },
  withdraw: { color: 'warning', variant: 'outlined' },
  revoke: { color: 'error', variant: 'outlined' },
};

interface DecisionBarProps {
  record: HourRecordDetail;
  busy: boolean;
  /** Whether this office may set or lower the hours. */
  confirmable: boolean;
  confirmed: string;
  confirmedError: string | null;
  onConfirmed: (hours: string) => void;
  onDecide: (decision: Decision) => void;
}

/** The decisions the server offers for this record, always in view. */
export function DecisionBar({ record, busy, confirmable, confirmed, confirmedError, onConfirmed, onDecide }: DecisionBarProps) {
  const offered = order.filter((decision) => record.actions.includes(decision));
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        p: 1,
        borderTop: `1px solid ${tokens.line}`,
        backgroundColor: tokens.paper,
        position: { xs: 'sticky', md: 'static' },
        bottom: 0,
        zIndex: 2,
      }}
    >
      {offered.length === 0 && <Box sx={{ color: 'text.secondary' }}>{text.noAction}</Box>}
      {confirmable && (
        <TextField
          label={text.confirmedHours}
          type="number"
          value={confirmed}
          onChange={(event) => onConfirmed(event.target.value)}
          error={confirmedError !== null}
          helperText={confirmedError}
          placeholder={formatHours(record.hours)}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: 0.1, step: 0.1, title: text.confirmNote(formatHours(record.hours)) } }}
          sx={{ width: 96 }}
        />
      )}
      {offered.map((decision) => (
        <Button
          key={decision}
          {...looks[decision]}
          disabled={busy}
          onClick={() => onDecide(decision)}
          aria-keyshortcuts={keys[decision]}
          sx={{ minHeight: 34, px: 2, flex: { xs: '1 1 auto', md: 'none' } }}
        >
          {decisionNames[decision]}
          {keys[decision] && (
            <Box component="kbd" sx={{ display: { xs: 'none', md: 'inline' } }}>
              {keys[decision]}
            </Box>
          )}
        </Button>
      ))}
    </Box>
  );
}
