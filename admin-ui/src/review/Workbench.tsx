import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Alert, Box, Button, Paper, Typography } from '@mui/material';
import type { Decision } from '@xueshi/core';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { reviewText as text } from '../messages/review';
import { useSession } from '../panel/SessionContext';
import { tokens } from '../theme/tokens';
import { OneState } from '../views/ViewShow';
import { offersConfirmedHours } from './confirmRule';
import { DecisionBar } from './DecisionBar';
import { ReasonDialog } from './ReasonDialog';
import { RecordPanes } from './RecordPanes';
import { ShortcutHelp } from './ShortcutHelp';
import { type DecisionExtras, useDecision, useRefreshAfterDecision } from './useDecision';
import { useHistory } from './useHistory';
import { useHourRecord } from './useHourRecord';
import { useShortcuts } from './useShortcuts';

interface WorkbenchProps {
  id: number;
  position: string;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  /** After a decision: the next record, or the list. */
  onDecided: () => void;
  onClose: () => void;
}

const hoursPattern = /^\d{1,3}(\.\d)?$/;

/** One record of the queue with everything a decision needs, and the decision itself. */
export function Workbench({ id, position, onPrevious, onNext, onDecided, onClose }: WorkbenchProps) {
  const { data: record, error, isPending, refetch } = useHourRecord('hour-reviews', id);
  const { data: history } = useHistory('hour-reviews', id, record?.version);
  const { decide, busy } = useDecision('hour-reviews');
  const refresh = useRefreshAfterDecision();
  const notify = useNotify();
  const [asking, setAsking] = useState<Decision | null>(null);
  const [help, setHelp] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState('');
  const session = useSession();
  const offer = record ? offersConfirmedHours(record, session) : null;
  const hours = offer && confirmed !== '' ? Number(confirmed) : undefined;
  const confirmedWrong = confirmed !== '' && (!hoursPattern.test(confirmed) || Number(confirmed) <= 0) ? text.confirmWrong : null;

  const submit = async (decision: Decision, extras: DecisionExtras = {}): Promise<void> => {
    if (!record || busy) return;
    setFailure(null);
    const result = await decide(record, decision, extras);
    if (result.done) {
      setAsking(null);
      notify(text.decided(decision, record.professionalName), { type: 'success', autoHideDuration: 2500 });
      onDecided();
      await refresh();
    } else if (result.moved) {
      setAsking(null);
      setMoved(result.message);
      await refresh();
    } else setFailure(result.message);
  };
  const start = (decision: Decision): void => {
    if (!record?.actions.includes(decision) || busy) return;
    setFailure(null);
    if (decision !== 'approve') setAsking(decision);
    else if (confirmedWrong) return;
    else if (offer === 'lower' && hours !== undefined && hours !== record.hours) setAsking('approve');
    else void submit('approve', { confirmedHours: hours });
  };
  const next = (): void => onNext?.();
  const previous = (): void => onPrevious?.();
  useShortcuts({
    'Alt+A': () => start('approve'),
    'Alt+R': () => start('reject'),
    'Alt+B': () => start('return'),
    ArrowDown: next,
    j: next,
    ArrowUp: previous,
    k: previous,
    Escape: onClose,
    '?': () => setHelp(true),
  });

  return (
    <Paper
      variant="outlined"
      sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, flex: 1, height: { md: 'calc(100vh - 70px)' }, minHeight: { md: 480 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, px: 1, py: 0.5, borderBottom: `1px solid ${tokens.line}` }}>
        <Button startIcon={<ArrowBackIcon />} onClick={onClose}>
          {text.backToList}
        </Button>
        <Typography component="h1" sx={{ fontWeight: 600, fontSize: 15, mr: 'auto' }} aria-live="polite">
          {record && `${record.professionalName} · ${record.formName}`}
        </Typography>
        <Typography sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' } }}>{position}</Typography>
        <Button disabled={!onPrevious} onClick={() => onPrevious?.()} aria-keyshortcuts="K">
          {text.previous}
        </Button>
        <Button disabled={!onNext} onClick={() => onNext?.()} aria-keyshortcuts="J">
          {text.next}
        </Button>
        <Button onClick={() => setHelp(true)} aria-keyshortcuts="?" sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
          {text.help}
          <kbd>?</kbd>
        </Button>
      </Box>
      {moved !== null && (
        <Alert severity="warning" onClose={() => setMoved(null)} role="alert">
          <strong>{text.conflictTitle}</strong>　{moved}　{text.reloadNote}
        </Alert>
      )}
      {failure && !asking && (
        <Alert severity="error" onClose={() => setFailure(null)} role="alert">
          {failure}
        </Alert>
      )}
      <OneState isPending={isPending} error={error} onRetry={() => void refetch()}>
        {record && (
          <>
            <RecordPanes resource="hour-reviews" record={record} withPrevious />
            <DecisionBar
              record={record}
              busy={busy}
              confirmable={offer !== null}
              confirmed={confirmed}
              confirmedError={confirmedWrong}
              onConfirmed={setConfirmed}
              onDecide={start}
            />
          </>
        )}
      </OneState>
      {asking && record && (
        <ReasonDialog
          decision={asking}
          name={record.professionalName}
          form={record.formDefinition}
          earlierSteps={history?.step ? history.steps.slice(0, history.step) : []}
          failure={failure}
          busy={busy}
          note={asking === 'approve' ? text.lowerReason : undefined}
          onSubmit={(extras) => void submit(asking, asking === 'approve' ? { ...extras, confirmedHours: hours } : extras)}
          onClose={() => setAsking(null)}
        />
      )}
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </Paper>
  );
}
