import RefreshIcon from '@mui/icons-material/Refresh';
import { Button, Paper, useMediaQuery } from '@mui/material';
import type { PanelView } from '@xueshi/core';
import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import { ListBase, type RaRecord, useListContext } from 'react-admin';
import { PageHead } from '../layout/PageHead';
import { panelText } from '../messages/panel';
import { ColumnChooser } from './ColumnChooser';
import { shownColumns } from './columns';
import { filterDefaults } from './filterDefaults';
import { ListPages } from './ListPages';
import { ListState } from './ListState';
import { RecordCards } from './RecordCards';
import { RecordTable } from './RecordTable';
import { RowActions } from './RowActions';
import { useView } from './useViews';
import { ViewFilters } from './ViewFilters';
import { ViewTabs } from './ViewTabs';

interface ViewListProps {
  resource: string;
  /** Right of the title. */
  actions?: ReactNode;
  /** Replaces the rows; gets the view and, through the list context, the data. */
  body?: ComponentType<ListBodyProps>;
  /** Only the body: tabs and filters give way to an open record. */
  bare?: boolean;
}

export interface ListBodyProps {
  view: PanelView;
  /** A search by ID number is on; it is no part of the list's filter. */
  searching: boolean;
}

/** The list of a resource as its view says: tabs, filters in the address, columns, sort, pages. */
export function ViewList({ resource, actions, body, bare = false }: ViewListProps) {
  const view = useView(resource);
  const [idNumber, setIdNumber] = useState<{ source: string; value: string } | null>(null);
  const defaults = useMemo(() => (view ? filterDefaults(view) : {}), [view]);
  if (!view) return <PageHead title={panelText.notFound} />;
  const Body = body ?? PlainRows;
  return (
    <ListBase
      resource={resource}
      filterDefaultValues={defaults}
      sort={{ field: view.order.field, order: view.order.direction }}
      perPage={view.pageSize}
      // A list that is opened is read anew: a counter seen a moment ago must lead to exactly its rows.
      queryOptions={{ meta: idNumber ? { idNumber } : undefined, refetchOnMount: 'always' }}
      disableAuthentication
    >
      {!bare && (
        <>
          <PageHead title={view.name}>
            {actions}
            <RefreshButton />
            <ColumnChooser view={view} />
          </PageHead>
          <ViewTabs view={view} />
          <ViewFilters view={view} idNumber={idNumber} onIdNumber={setIdNumber} />
        </>
      )}
      <Body view={view} searching={idNumber !== null} />
    </ListBase>
  );
}

function RefreshButton() {
  const { refetch, isFetching } = useListContext();
  return (
    <Button startIcon={<RefreshIcon />} disabled={isFetching} onClick={() => void refetch()}>
      {panelText.list.refresh}
    </Button>
  );
}

function PlainRows({ view }: ListBodyProps) {
  const { resource } = useListContext();
  const narrow = useMediaQuery('(max-width:700px)');
  const columns = shownColumns(view);
  const address = (record: RaRecord): string => `/${resource}/${record.id}/show`;
  const actions = view.rowActions.length > 0 ? (record: RaRecord) => <RowActions names={view.rowActions} record={record} /> : undefined;
  return (
    <ListState view={view}>
      {narrow ? (
        <RecordCards columns={columns} label={view.name} address={address} actions={actions} />
      ) : (
        <Paper variant="outlined">
          <RecordTable columns={columns} label={view.name} address={address} actions={actions} />
        </Paper>
      )}
      <ListPages label={view.name} />
    </ListState>
  );
}
