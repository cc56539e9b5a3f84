import { Box, Button } from '@mui/material';
import type { PanelView } from '@xueshi/core';
import { useEffect, useRef, useState } from 'react';
import { useListContext } from 'react-admin';
import { panelText } from '../messages/panel';
import { reviewText } from '../messages/review';
import type { ListMeta } from '../panel/dataProvider';
import { tokens } from '../theme/tokens';
import { BulkDialog } from './BulkDialog';
import type { HourRecordRow } from './hourRecord';
import type { BulkTarget } from './runBulk';

const text = reviewText.bulk;
const bulkDecisions = ['approve', 'reject', 'return'] as const;
type BulkDecision = (typeof bulkDecisions)[number];
const looks = { approve: 'success', reject: 'error', return: 'warning' } as const;

interface BulkBarProps {
  view: PanelView;
  searching: boolean;
  onHelp: () => void;
}

/** Above the rows, always in the same place so that nothing jumps: what is selected (rows, the page, the whole filter) and what may be done with it. */
export function BulkBar({ view, searching, onHelp }: BulkBarProps) {
  const { data = [], selectedIds, onUnselectItems, filterValues, total = 0, meta } = useListContext<HourRecordRow>();
  const { capped, seenAt } = (meta as ListMeta | undefined) ?? { capped: false, seenAt: null };
  const [whole, setWhole] = useState(false);
  const [asked, setAsked] = useState<{ decision: BulkDecision; target: BulkTarget } | null>(null);
  const seen = useRef(new Map<number, HourRecordRow>());
  for (const row of data) seen.current.set(row.id, row);

  const filterKey = JSON.stringify(filterValues);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected under another filter is not what is seen now
  useEffect(() => {
    setWhole(false);
    onUnselectItems();
  }, [filterKey]);

  const selected = selectedIds.flatMap((id) => seen.current.get(Number(id)) ?? []);
  const count = whole ? total : selected.length;
  const offered = bulkDecisions.filter((decision) => view.bulkActions.includes(decision));
  const decidable = data.some((row) => row.actions.length > 0);
  const ask = (decision: BulkDecision): void => {
    if (whole && seenAt) setAsked({ decision, target: { kind: 'filter', filter: filterValues, expected: total, seenAt } });
    else setAsked({ decision, target: { kind: 'rows', rows: selected.map(({ id, version }) => ({ id, version })) } });
  };
  const clear = (): void => {
    setWhole(false);
    onUnselectItems();
  };

  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 1,
        minHeight: 36,
        px: 1,
        mb: 0.5,
        borderRadius: 1,
        backgroundColor: count > 0 ? tokens.primarySoft : 'transparent',
      }}
    >
      {offered.length > 0 && decidable && (
        <>
          {offered.map((decision) => (
            <Button
              key={decision}
              variant="outlined"
              color={looks[decision]}
              disabled={count === 0}
              onClick={() => ask(decision)}
              sx={{ backgroundColor: tokens.paper }}
            >
              {text[decision]}
            </Button>
          ))}
          <Box component="span" role="status" sx={{ fontWeight: count > 0 ? 600 : 400, color: count > 0 ? 'primary.dark' : 'text.secondary' }}>
            {whole ? text.wholeFilterSelected(total) : panelText.list.selected(selected.length)}
          </Box>
          {count > 0 && <Button onClick={clear}>{panelText.list.unselect}</Button>}
          {!whole && !searching && total > data.length && !capped && seenAt && <Button onClick={() => setWhole(true)}>{text.chooseWholeFilter(total)}</Button>}
          {capped && count > 0 && <Box sx={{ color: 'text.secondary' }}>{text.tooMany}</Box>}
        </>
      )}
      <Button onClick={onHelp} sx={{ ml: 'auto', display: { xs: 'none', md: 'inline-flex' } }} aria-keyshortcuts="?">
        {reviewText.help}
        <kbd>?</kbd>
      </Button>
      {asked && (
        <BulkDialog
          resource={view.resource}
          decision={asked.decision}
          target={asked.target}
          nameOf={(id) => {
            const row = seen.current.get(id);
            return row ? `${row.professionalName} · ${row.title}` : `#${id}`;
          }}
          onClose={(decided) => {
            setAsked(null);
            if (decided) clear();
          }}
        />
      )}
    </Box>
  );
}
