import { Paper, useMediaQuery } from '@mui/material';
import type { Decision, PanelView } from '@xueshi/core';
import { useEffect, useRef, useState } from 'react';
import { type RaRecord, useListContext, useNotify } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { reviewText as text } from '../messages/review';
import { shownColumns } from '../views/columns';
import { ListPages } from '../views/ListPages';
import { ListState } from '../views/ListState';
import { RecordCards } from '../views/RecordCards';
import { RecordTable } from '../views/RecordTable';
import { BulkBar } from './BulkBar';
import type { HourRecordRow } from './hourRecord';
import { ReasonDialog } from './ReasonDialog';
import { ShortcutHelp } from './ShortcutHelp';
import { type DecisionExtras, useDecision, useRefreshAfterDecision } from './useDecision';
import { useShortcuts } from './useShortcuts';

interface QueueRowsProps {
  view: PanelView;
  /** The list shows a search by ID number, which a decision by filter cannot repeat. */
  searching: boolean;
}

/** The queue as rows, worked through by keyboard; many rows at once through the bar above them. */
export function QueueRows({ view, searching }: QueueRowsProps) {
  const { data = [], onToggleItem } = useListContext<HourRecordRow>();
  const { search } = useLocation();
  const navigate = useNavigate();
  const notify = useNotify();
  const narrow = useMediaQuery('(max-width:700px)');
  const frame = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<number | null>(null);
  const [asking, setAsking] = useState<{ decision: 'reject' | 'return'; record: HourRecordRow } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const { decide, busy } = useDecision('hour-reviews');
  const refresh = useRefreshAfterDecision();
  const at = data.findIndex((row) => row.id === activeId);
  const active = data[at];

  const address = (record: RaRecord): string => `/hour-reviews/${record.id}/show${search}`;
  const activate = (row: HourRecordRow | undefined): void => {
    if (!row) return;
    setActiveId(row.id);
    frame.current?.querySelector<HTMLElement>(`[data-row="${row.id}"] [data-open]`)?.focus();
  };
  const submit = async (record: HourRecordRow, decision: Decision, extras: DecisionExtras = {}): Promise<void> => {
    const following = data[data.indexOf(record) + 1] ?? data[data.indexOf(record) - 1];
    const result = await decide(record, decision, extras);
    if (!result.done && asking && !result.moved) return setFailure(result.message);
    setAsking(null);
    if (result.done) notify(text.decided(decision, record.professionalName), { type: 'success', autoHideDuration: 2500 });
    else notify(`${record.professionalName}：${result.message}`, { type: 'warning', multiLine: true });
    if (result.done) activate(following);
    await refresh();
  };
  const start = (decision: 'approve' | 'reject' | 'return'): void => {
    if (!active?.actions.includes(decision) || busy) return;
    setFailure(null);
    if (decision === 'approve') void submit(active, 'approve');
    else setAsking({ decision, record: active });
  };
  const down = (): void => activate(data[at + 1] ?? (at < 0 ? data[0] : undefined));
  const up = (): void => activate(data[at - 1]);
  const openActive = (): void => {
    if (active) navigate(address(active));
  };
  useShortcuts({
    ArrowDown: down,
    j: down,
    ArrowUp: up,
    k: up,
    ' ': () => active && onToggleItem(active.id),
    Enter: openActive,
    'Alt+A': () => start('approve'),
    'Alt+R': () => start('reject'),
    'Alt+B': () => start('return'),
    '?': () => setHelp(true),
  });
  // A page that was just loaded has its first row under the keyboard.
  useEffect(() => {
    const first = data[0];
    if (first && !data.some((row) => row.id === activeId)) setActiveId(first.id);
  }, [data, activeId]);

  const columns = shownColumns(view);
  return (
    <>
      <BulkBar view={view} searching={searching} onHelp={() => setHelp(true)} />
      <ListState view={view}>
        {narrow ? (
          <RecordCards columns={columns} label={view.name} address={address} selectable />
        ) : (
          <Paper variant="outlined" ref={frame}>
            <RecordTable
              columns={columns}
              label={view.name}
              address={address}
              selectable
              activeId={activeId}
              onActivate={(record) => setActiveId(Number(record.id))}
            />
          </Paper>
        )}
        <ListPages label={view.name} />
      </ListState>
      {asking && (
        <ReasonDialog
          decision={asking.decision}
          name={asking.record.professionalName}
          failure={failure}
          busy={busy}
          onSubmit={(extras) => void submit(asking.record, asking.decision, extras)}
          onClose={() => setAsking(null)}
        />
      )}
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </>
  );
}
