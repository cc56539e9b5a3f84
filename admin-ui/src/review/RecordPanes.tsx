import { Alert, Box, CircularProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { panelText } from '../messages/panel';
import { reviewText as text } from '../messages/review';
import { tokens } from '../theme/tokens';
import { AttachmentViewer } from './AttachmentViewer';
import { latestChanges } from './differences';
import type { HourRecordDetail } from './hourRecord';
import { PreviousRecords } from './PreviousRecords';
import { RecordSheet } from './RecordSheet';
import { SuspectAlert } from './SuspectAlert';
import { Timeline } from './Timeline';
import { useHistory } from './useHistory';

interface RecordPanesProps {
  resource: string;
  record: HourRecordDetail;
  /** Shows the person's other claims. */
  withPrevious?: boolean;
}

/** One record in two panes: data, figures, progress and earlier claims on the left, the proofs on the right; below each other on a narrow screen. */
export function RecordPanes({ resource, record, withPrevious = false }: RecordPanesProps) {
  const { data: history, error, isPending } = useHistory(resource, record.id, record.version);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(360px, 45%) minmax(0, 1fr)' },
        flex: 1,
        minHeight: 0,
        overflow: { xs: 'visible', md: 'hidden' },
      }}
    >
      <Box sx={{ overflowY: 'auto', minHeight: 0, p: 1 }} tabIndex={0} role="region" aria-label={text.sheet}>
        {withPrevious && <SuspectAlert suspects={record.suspects ?? []} />}
        <RecordSheet record={record} changes={history ? latestChanges(history.history) : []} />
        <Section title={text.timeline}>
          {error && <Alert severity="warning">{error.message}</Alert>}
          {isPending && <CircularProgress size={18} aria-label={panelText.loading} />}
          {history && <Timeline history={history} record={record} form={record.formDefinition} />}
        </Section>
        {withPrevious && (
          <Section title={text.previous10}>
            <PreviousRecords record={record} />
          </Section>
        )}
      </Box>
      <Box
        component="section"
        aria-label={text.attachments}
        sx={{ borderLeft: { md: `1px solid ${tokens.line}` }, minHeight: { xs: 420, md: 0 }, display: 'flex', flexDirection: 'column' }}
      >
        <AttachmentViewer key={record.id} attachments={record.attachments} form={record.formDefinition} />
      </Box>
    </Box>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ mt: 1.5 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 0.5, color: 'primary.dark' }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
