import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import type { Decision, Outcome } from '@xueshi/core';
import { useId, useRef, useState } from 'react';
import { useDataProvider } from 'react-admin';
import { panelText } from '../messages/panel';
import { decisionNames, outcomeNames, reviewText } from '../messages/review';
import type { PanelDataProvider } from '../panel/dataProvider';
import { useViews } from '../views/useViews';
import { type BulkReport, type BulkTarget, runBulk, targetSize } from './runBulk';
import { useRefreshAfterDecision } from './useDecision';

const text = reviewText.bulk;

interface BulkDialogProps {
  resource: string;
  decision: Extract<Decision, 'approve' | 'reject' | 'return'>;
  target: BulkTarget;
  /** Name of a row that was seen, for the report. */
  nameOf: (id: number) => string;
  onClose: (decided: boolean) => void;
}

type State = { at: 'asking' } | { at: 'running'; done: number } | { at: 'reported'; report: BulkReport; stopped: boolean };

/** A decision over many: says how many, asks the reason once, shows the progress, reports every row that did not go through. */
export function BulkDialog({ resource, decision, target, nameOf, onClose }: BulkDialogProps) {
  const titleId = useId();
  const provider = useDataProvider<PanelDataProvider>();
  const refresh = useRefreshAfterDecision();
  const canned = useViews().data?.cannedReasons ?? [];
  const [state, setState] = useState<State>({ at: 'asking' });
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const stop = useRef(new AbortController());
  const size = targetSize(target);
  const needsReason = decision !== 'approve';

  const start = async (): Promise<void> => {
    if (needsReason && reason.trim() === '') return setMissing(true);
    setState({ at: 'running', done: 0 });
    const report = await runBulk({
      provider,
      resource,
      decision,
      target,
      extras: reason.trim() ? { reason: reason.trim() } : {},
      onProgress: (done) => setState({ at: 'running', done }),
      signal: stop.current.signal,
    });
    setState({ at: 'reported', report, stopped: stop.current.signal.aborted });
    await refresh();
  };
  const close = (): void => {
    if (state.at !== 'running') onClose(state.at === 'reported');
  };

  return (
    <Dialog open onClose={close} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{text.title(decision, size)}</DialogTitle>
      <DialogContent>
        {state.at === 'asking' && (
          <>
            <Alert severity="warning" sx={{ mb: 1.25 }}>
              {text.warning(decision, size)}
              {target.kind === 'filter' && <Box>{text.filterNote}</Box>}
            </Alert>
            {needsReason && (
              <Box role="group" aria-label={reviewText.dialog.canned} sx={{ mb: 1.25 }}>
                {canned.map((one) => (
                  <Button
                    key={one}
                    variant={reason === one ? 'contained' : 'outlined'}
                    aria-pressed={reason === one}
                    onClick={() => setReason(one)}
                    sx={{ mr: 0.75, mb: 0.75 }}
                  >
                    {one}
                  </Button>
                ))}
              </Box>
            )}
            <TextField
              autoFocus={needsReason}
              fullWidth
              multiline
              minRows={2}
              label={needsReason ? reviewText.dialog.reason : reviewText.dialog.reasonOptional}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
              error={missing}
              helperText={missing ? reviewText.dialog.reasonMissing : undefined}
              slotProps={{ htmlInput: { maxLength: 500 } }}
              sx={{ mt: 0.5 }}
            />
          </>
        )}
        {state.at === 'running' && (
          <Box role="status" sx={{ py: 2 }}>
            <LinearProgress
              variant="determinate"
              value={Math.min(100, (state.done / size) * 100)}
              aria-label={text.title(decision, size)}
              sx={{ height: 8, borderRadius: 1, mb: 1 }}
            />
            {text.running(state.done, size)}
          </Box>
        )}
        {state.at === 'reported' && <Report report={state.report} stopped={state.stopped} nameOf={nameOf} />}
      </DialogContent>
      <DialogActions>
        {state.at === 'asking' && (
          <>
            <Button onClick={close}>{panelText.cancel}</Button>
            <Button
              variant="contained"
              color={decision === 'approve' ? 'success' : decision === 'reject' ? 'error' : 'warning'}
              autoFocus={!needsReason}
              onClick={() => void start()}
            >
              {`${decisionNames[decision]} ${size.toLocaleString('zh-CN')} 条`}
            </Button>
          </>
        )}
        {state.at === 'running' && (
          <Button variant="outlined" color="error" onClick={() => stop.current.abort()}>
            {text.cancel}
          </Button>
        )}
        {state.at === 'reported' && (
          <Button variant="contained" autoFocus onClick={close}>
            {text.done}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Report({ report, stopped, nameOf }: { report: BulkReport; stopped: boolean; nameOf: (id: number) => string }) {
  const counts = Object.entries(report.counts) as [Outcome, number][];
  const done = counts.reduce((sum, [, count]) => sum + count, 0);
  const clean = report.problems.length === 0 && report.remaining === 0 && report.failure === null;
  return (
    <Box role="status">
      {clean && <Alert severity="success">{text.reportAll(done)}</Alert>}
      {report.failure && (
        <Alert severity="error">
          {text.failed}：{report.failure}
        </Alert>
      )}
      {report.remaining > 0 && (stopped || report.failure) && <Alert severity="warning">{text.cancelled(report.remaining)}</Alert>}
      {!clean && (
        <Box component="p" sx={{ my: 1 }}>
          {counts.map(([outcome, count]) => `${outcomeNames[outcome]} ${count.toLocaleString('zh-CN')} 条`).join('，')}
        </Box>
      )}
      {report.problems.length > 0 && (
        <>
          <Box sx={{ fontWeight: 600, mb: 0.5 }}>{text.rowsNotDone}</Box>
          <Box sx={{ maxHeight: 320, overflow: 'auto' }} tabIndex={0} role="region" aria-label={text.rowsNotDone}>
            <Table size="small" stickyHeader aria-label={text.rowsNotDone}>
              <TableHead>
                <TableRow>
                  <TableCell>{text.record}</TableCell>
                  <TableCell>{text.result}</TableCell>
                  <TableCell>{text.detail}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {report.problems.map((row) => (
                  <TableRow key={row.id}>
                    <TableCell>{nameOf(row.id)}</TableCell>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>{outcomeNames[row.outcome]}</TableCell>
                    <TableCell>{row.message}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Box>
        </>
      )}
    </Box>
  );
}
