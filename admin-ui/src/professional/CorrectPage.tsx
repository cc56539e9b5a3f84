import { Alert, Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { Declaration } from '@xueshi/core';
import { useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { PageHead } from '../layout/PageHead';
import { professionalText, declarationText as text } from '../messages/professional';
import type { PanelDataProvider } from '../panel/dataProvider';
import type { HourRecordDetail } from '../review/hourRecord';
import { useHourRecord } from '../review/useHourRecord';
import { DeclarationForm } from './DeclarationForm';
import type { Draft } from './draft';
import { draftOf } from './draftOf';

/** X07: a declaration that was returned, with the marked fields and the reviewer's reason; submitting opens the next round. */
export default function CorrectPage() {
  const { id } = useParams();
  const { data: record, error, isPending, refetch } = useHourRecord('hour-records', Number(id));
  return (
    <Box sx={{ maxWidth: 1180, pb: 3 }}>
      <PageHead title={text.correctTitle} />
      {isPending && <Typography role="status">{professionalText.loading}</Typography>}
      {error && (
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{professionalText.retry}</Button>}>
          {error.message}
        </Alert>
      )}
      {record && (record.status === 'returned' ? <Correction key={record.version} record={record} /> : <Alert severity="info">{text.notCorrectable}</Alert>)}
    </Box>
  );
}

function Correction({ record }: { record: HourRecordDetail }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(record));
  const dataProvider = useDataProvider<PanelDataProvider>();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();

  const submit = async (declaration: Declaration): Promise<void> => {
    await dataProvider.update('hour-records', { id: record.id, data: declaration, previousData: record });
    await queryClient.invalidateQueries();
    notify(text.resubmitted, { type: 'success' });
    navigate(`/hour-records/${record.id}/show`);
  };
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {record.formDefinition.name}
      </Typography>
      <DeclarationForm
        form={record.formDefinition}
        draft={draft}
        marks={record.marks}
        version={record.version}
        submitLabel={text.resubmit}
        notice={record.reason && <Alert severity="warning">{text.returnedReason(record.reason)}</Alert>}
        onChange={setDraft}
        onSubmit={submit}
      />
    </>
  );
}
