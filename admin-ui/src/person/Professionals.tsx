import { Paper, Typography } from '@mui/material';
import { ListContextProvider, type RaRecord, useListController } from 'react-admin';
import { Route, Routes } from 'react-router-dom';
import { shownColumns } from '../views/columns';
import { ListPages } from '../views/ListPages';
import { ListState } from '../views/ListState';
import { RecordTable } from '../views/RecordTable';
import { useView } from '../views/useViews';
import { ViewList } from '../views/ViewList';
import { ViewShow } from '../views/ViewShow';

/** 专技人员信息查询 (H03): the people of the own scope, each with the yearly results and every declaration. */
export default function Professionals() {
  return (
    <Routes>
      <Route path=":id/show" element={<ViewShow resource="professionals" more={PersonRecords} />} />
      <Route path="*" element={<ViewList resource="professionals" />} />
    </Routes>
  );
}

function PersonRecords({ record }: { record: RaRecord }) {
  return (
    <>
      <RelatedList resource="annual-results" professionalId={Number(record.id)} sort={{ field: 'year', order: 'DESC' }} />
      <RelatedList resource="hour-records" professionalId={Number(record.id)} sort={{ field: 'submittedAt', order: 'DESC' }} />
    </>
  );
}

interface RelatedListProps {
  resource: string;
  professionalId: number;
  sort: { field: string; order: 'ASC' | 'DESC' };
}

/** Rows of another resource that belong to this person, under that resource's own view; nothing when the role has no such view. */
function RelatedList({ resource, professionalId, sort }: RelatedListProps) {
  const view = useView(resource);
  return view ? <RelatedRows resource={resource} professionalId={professionalId} sort={sort} /> : null;
}

function RelatedRows({ resource, professionalId, sort }: RelatedListProps) {
  const view = useView(resource);
  const list = useListController({
    resource,
    filter: { professionalId },
    sort,
    perPage: 25,
    disableSyncWithLocation: true,
    storeKey: `${resource}.of-person`,
    disableAuthentication: true,
  });
  if (!view) return null;
  const redundant = ['professionalName', 'maskedIdNumber', 'organizationName'];
  const columns = shownColumns(view).filter((column) => !redundant.includes(column.source));
  return (
    <ListContextProvider value={list}>
      <Typography variant="h2" sx={{ mt: 2, mb: 0.5 }}>
        {view.name}
      </Typography>
      <Paper variant="outlined">
        <ListState view={view}>
          <RecordTable columns={columns} label={view.name} address={resource === 'hour-records' ? (row) => `/hour-records/${row.id}/show` : undefined} />
          <ListPages label={view.name} />
        </ListState>
      </Paper>
    </ListContextProvider>
  );
}
