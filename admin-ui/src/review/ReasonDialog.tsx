import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormLabel,
  MenuItem,
  Stack,
  TextField,
} from '@mui/material';
import type { Decision, LearningForm, ReviewStep } from '@xueshi/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { panelText } from '../messages/panel';
import { reviewText } from '../messages/review';
import { useViews } from '../views/useViews';
import { commonLabels } from './recordLabels';
import type { DecisionExtras } from './useDecision';

const text = reviewText.dialog;
const markable = ['title', 'startsOn', 'endsOn', 'assessment', 'certificateNumber', 'attachments'];

interface ReasonDialogProps {
  decision: Decision;
  /** Said above the reason. */
  note?: string;
  name: string;
  /** With it, single items can be marked for correction. */
  form?: LearningForm;
  /** Steps before the present one, to which a record may be returned (X07). */
  earlierSteps?: ReviewStep[];
  failure: string | null;
  busy: boolean;
  onSubmit: (extras: DecisionExtras) => void;
  onClose: () => void;
}

/** X08: a reason, own or canned (Alt+1…9), for everything but an approval; for a return also what to correct and where it goes. */
export function ReasonDialog({ decision, name, note, form, earlierSteps = [], failure, busy, onSubmit, onClose }: ReasonDialogProps) {
  const titleId = useId();
  const canned = useViews().data?.cannedReasons ?? [];
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [marks, setMarks] = useState<Record<string, string>>({});
  const [toStep, setToStep] = useState(-1);
  const optional = decision === 'withdraw';
  const marking = decision === 'return' && form !== undefined && toStep < 0;

  const submit = (): void => {
    if (!optional && reason.trim() === '') {
      setMissing(true);
      return;
    }
    const marked = Object.entries(marks).map(([field, remark]) => ({ field, remark }));
    onSubmit({
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(marking && marked.length > 0 ? { marks: marked } : {}),
      ...(decision === 'return' && toStep >= 0 ? { toStep } : {}),
    });
  };
  const choose = (one: string | undefined): void => {
    if (one === undefined) return;
    setReason(one);
    setMissing(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      submit();
    }
    if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      event.preventDefault();
      choose(canned[Number(event.code.slice(-1)) - 1]);
    }
  };
  const items = form
    ? [
        ...markable.map((field) => [field, commonLabels[field] ?? field] as const),
        ...form.fields.map((field) => [`values.${field.name}`, field.label] as const),
      ]
    : [];

  return (
    <Dialog open onClose={onClose} onKeyDown={onKeyDown} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{text.titleOne(decision, name)}</DialogTitle>
      <DialogContent>
        {failure && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {failure}
          </Alert>
        )}
        {note && (
          <Alert severity="info" sx={{ mb: 1 }}>
            {note}
          </Alert>
        )}
        {decision === 'return' && earlierSteps.length > 0 && (
          <TextField select fullWidth label={text.returnTo} value={toStep} onChange={(event) => setToStep(Number(event.target.value))} sx={{ mt: 1, mb: 1.5 }}>
            <MenuItem value={-1}>{text.applicant}</MenuItem>
            {earlierSteps.map((step, i) => (
              <MenuItem key={step.organizationId} value={i}>
                {text.step(i + 1, step.organizationName)}
              </MenuItem>
            ))}
          </TextField>
        )}
        {canned.length > 0 && (
          <Box role="group" aria-label={text.canned} sx={{ mb: 1.25 }}>
            {canned.map((one, i) => (
              <Button
                key={one}
                onClick={() => choose(one)}
                aria-pressed={reason === one}
                variant={reason === one ? 'contained' : 'outlined'}
                sx={{ mr: 0.75, mb: 0.75, textAlign: 'left' }}
              >
                {i < 9 && (
                  <Box component="kbd" sx={{ ml: '0 !important', mr: 0.75 }}>
                    {i + 1}
                  </Box>
                )}
                {one}
              </Button>
            ))}
          </Box>
        )}
        <TextField
          autoFocus
          fullWidth
          multiline
          minRows={2}
          maxRows={6}
          label={optional ? text.reasonOptional : text.reason}
          value={reason}
          onChange={(event) => choose(event.target.value)}
          error={missing}
          helperText={missing ? text.reasonMissing : undefined}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ mt: 0.5 }}
        />
        {marking && (
          <Box component="fieldset" sx={{ border: 0, m: 0, mt: 1.5, p: 0 }}>
            <FormLabel component="legend" sx={{ fontSize: 13, fontWeight: 600, color: 'text.primary' }}>
              {text.marks}
            </FormLabel>
            <Box sx={{ color: 'text.secondary', mb: 0.5 }}>{text.marksNote}</Box>
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
              {items.map(([field, label]) => (
                <Stack key={field}>
                  <FormControlLabel
                    label={label}
                    control={
                      <Checkbox
                        checked={field in marks}
                        onChange={() => setMarks(({ [field]: had, ...rest }) => (had === undefined ? { ...rest, [field]: '' } : rest))}
                      />
                    }
                  />
                  {field in marks && (
                    <TextField
                      value={marks[field]}
                      onChange={(event) => setMarks((now) => ({ ...now, [field]: event.target.value }))}
                      slotProps={{ htmlInput: { 'aria-label': text.markRemark(label), maxLength: 200 } }}
                      placeholder={text.markRemark(label)}
                      sx={{ ml: 3, mb: 0.5 }}
                    />
                  )}
                </Stack>
              ))}
            </Box>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto', color: 'text.secondary' }}>{text.submitHint}</Box>
        <Button onClick={onClose}>{panelText.cancel}</Button>
        <Button variant="contained" color={decision === 'approve' ? 'success' : decision === 'return' ? 'warning' : 'error'} disabled={busy} onClick={submit}>
          {text.submit(decision)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
