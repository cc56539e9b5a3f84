import { Alert, Box, Button, CircularProgress, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { PanelView } from '@xueshi/core';
import { type ReactNode, useEffect } from 'react';
import { useDataProvider, useListContext } from 'react-admin';
import { panelText } from '../messages/panel';
import type { ListMeta, PanelDataProvider } from '../panel/dataProvider';
import { yearSource } from './filterDefaults';

const text = panelText.list;

/** Shows the rows, or why there are none: on the way, failed (with retry), empty (with the other years, D19). */
export function ListState({ view, children }: { view: PanelView; children: ReactNode }) {
  const { isPending, error, refetch, total, data, page, setPage } = useListContext();
  // Decided rows leave the list: a page that has run empty gives way to the first one.
  const beyond = !isPending && data?.length === 0 && (total ?? 0) > 0 && page > 1;
  useEffect(() => {
    if (beyond) setPage(1);
  }, [beyond, setPage]);
  if (isPending)
    return (
      <Centered>
        <CircularProgress size={26} aria-label={panelText.loading} />
      </Centered>
    );
  if (error) {
    return (
      <Box sx={{ p: 2 }}>
        <Alert
          severity="error"
          action={
            <Button color="inherit" onClick={() => void refetch()}>
              {panelText.retry}
            </Button>
          }
        >
          {error.message || panelText.loadFailed}
        </Alert>
      </Box>
    );
  }
  return total === 0 ? <EmptyList view={view} /> : children;
}

const Centered = ({ children }: { children: ReactNode }) => <Stack sx={{ alignItems: 'center', gap: 1, py: 7, px: 2, textAlign: 'center' }}>{children}</Stack>;

function EmptyList({ view }: { view: PanelView }) {
  const { filterValues, setFilters, resource } = useListContext();
  const dataProvider = useDataProvider<PanelDataProvider>();
  const source = yearSource(view);
  const year: unknown = source ? filterValues[source] : undefined;
  const { [source ?? '']: _, ...anyYear } = filterValues;
  const { data } = useQuery({
    queryKey: [resource, 'other-years', anyYear],
    queryFn: () => dataProvider.getList(resource, { filter: anyYear, pagination: { page: 1, perPage: 1 } }),
    enabled: typeof year === 'number',
  });
  const others = data?.total ?? 0;
  const shown = (data?.meta as ListMeta | undefined)?.capped ? panelText.list.totalCapped(others) : others.toLocaleString('zh-CN');
  return (
    <Centered>
      <Typography role="status">{typeof year === 'number' ? text.emptyYear(year) : text.empty}</Typography>
      {others > 0 && (
        <>
          <Typography sx={{ fontWeight: 600, color: 'warning.main' }}>{text.otherYears(shown)}</Typography>
          <Button variant="outlined" onClick={() => setFilters(anyYear)}>
            {text.showOtherYears}
          </Button>
        </>
      )}
    </Centered>
  );
}
