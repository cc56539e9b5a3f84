import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import ViewColumnIcon from '@mui/icons-material/ViewColumn';
import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  IconButton,
  Stack,
} from '@mui/material';
import type { PanelView } from '@xueshi/core';
import { useId, useState } from 'react';
import { ApiError } from '../http/request';
import { panelText } from '../messages/panel';
import { defaultSources, offeredColumns, shownColumns } from './columns';
import { useSaveColumns } from './useViews';

const text = panelText.list;

/** X26: which columns, in which order; kept on the server for this membership. */
export function ColumnChooser({ view }: { view: PanelView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<ViewColumnIcon />} onClick={() => setOpen(true)}>
        {text.columns}
      </Button>
      {open && <ChooserDialog view={view} onClose={() => setOpen(false)} />}
    </>
  );
}

function ChooserDialog({ view, onClose }: { view: PanelView; onClose: () => void }) {
  const titleId = useId();
  const save = useSaveColumns();
  const labels = new Map(offeredColumns(view).map((column) => [column.source, column.label]));
  const shown = shownColumns(view).map((column) => column.source);
  const [order, setOrder] = useState([...shown, ...[...labels.keys()].filter((source) => !shown.includes(source))]);
  const [chosen, setChosen] = useState(new Set(shown));
  const [failure, setFailure] = useState<string | null>(null);

  const move = (at: number, by: number): void =>
    setOrder((current) => {
      const next = [...current];
      const [taken] = next.splice(at, 1);
      if (taken !== undefined) next.splice(at + by, 0, taken);
      return next;
    });
  const toggle = (source: string): void =>
    setChosen((current) => {
      const next = new Set(current);
      if (!next.delete(source)) next.add(source);
      return next;
    });
  const reset = (): void => {
    const sources = defaultSources(view);
    setOrder([...sources, ...[...labels.keys()].filter((source) => !sources.includes(source))]);
    setChosen(new Set(sources));
  };
  const submit = async (): Promise<void> => {
    try {
      await save(
        view,
        order.filter((source) => chosen.has(source)),
      );
      onClose();
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : text.columnsFailed);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{text.columns}</DialogTitle>
      <DialogContent>
        <DialogContentText>{text.columnsNote}</DialogContentText>
        {failure && <Alert severity="error">{failure}</Alert>}
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {order.map((source, at) => {
            const label = labels.get(source) ?? source;
            return (
              <Stack component="li" direction="row" key={source} sx={{ alignItems: 'center', borderBottom: 1, borderColor: 'divider' }}>
                <FormControlLabel sx={{ flex: 1, m: 0 }} control={<Checkbox checked={chosen.has(source)} onChange={() => toggle(source)} />} label={label} />
                <IconButton aria-label={text.columnUp(label)} disabled={at === 0} onClick={() => move(at, -1)}>
                  <ArrowUpwardIcon fontSize="small" />
                </IconButton>
                <IconButton aria-label={text.columnDown(label)} disabled={at === order.length - 1} onClick={() => move(at, 1)}>
                  <ArrowDownwardIcon fontSize="small" />
                </IconButton>
              </Stack>
            );
          })}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={reset} sx={{ mr: 'auto' }}>
          {text.columnsReset}
        </Button>
        <Button onClick={onClose}>{panelText.cancel}</Button>
        <Button variant="contained" disabled={chosen.size === 0} onClick={() => void submit()}>
          {panelText.save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
