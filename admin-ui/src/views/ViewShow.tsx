import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import { Alert, Box, Button, CircularProgress, Paper } from '@mui/material';
import type { ComponentType, ReactNode } from 'react';
import { type RaRecord, useGetOne } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { PageHead } from '../layout/PageHead';
import { panelText } from '../messages/panel';
import { FieldList } from './FieldList';
import { RowActions } from './RowActions';
import { useView } from './useViews';

interface ViewShowProps {
  resource: string;
  /** Below the fields. */
  more?: ComponentType<{ record: RaRecord }>;
}

/** The generic detail: every field of the view's resource with its value. */
export function ViewShow({ resource, more: More }: ViewShowProps) {
  const { id = '' } = useParams();
  const view = useView(resource);
  const { data, error, isPending, refetch } = useGetOne(resource, { id });
  const title = String(data?.professionalName ?? data?.name ?? data?.title ?? view?.name ?? '');
  return (
    <>
      <PageHead title={title}>
        {data && view && <RowActions names={view.rowActions} record={data} />}
        <BackButton to={`/${resource}`} />
      </PageHead>
      <OneState isPending={isPending} error={error} onRetry={() => void refetch()}>
        {data && view && (
          <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
            <FieldList fields={view.fields} record={data} />
          </Paper>
        )}
        {data && More && <More record={data} />}
      </OneState>
    </>
  );
}

/** Goes back to where the person came from, so that the list keeps its page; without a past, to the list. */
export function BackButton({ to }: { to: string }) {
  const navigate = useNavigate();
  return (
    <Button startIcon={<ArrowBackIcon />} onClick={() => (window.history.state?.idx > 0 ? navigate(-1) : navigate(to))}>
      {panelText.back}
    </Button>
  );
}

interface OneStateProps {
  isPending: boolean;
  error: Error | null;
  onRetry: () => void;
  children: ReactNode;
}

/** One record: on the way, refused (with retry), or there. */
export function OneState({ isPending, error, onRetry, children }: OneStateProps) {
  if (error) {
    return (
      <Alert
        severity="error"
        action={
          <Button color="inherit" onClick={onRetry}>
            {panelText.retry}
          </Button>
        }
      >
        {error.message || panelText.loadFailed}
      </Alert>
    );
  }
  if (isPending) {
    return (
      <Box sx={{ display: 'grid', placeItems: 'center', py: 8 }}>
        <CircularProgress size={26} aria-label={panelText.loading} />
      </Box>
    );
  }
  return <>{children}</>;
}
