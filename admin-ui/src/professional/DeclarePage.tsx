import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import type { Declaration, LearningForm } from '@xueshi/core';
import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PageHead } from '../layout/PageHead';
import { professionalText, declarationText as text } from '../messages/professional';
import type { PanelDataProvider } from '../panel/dataProvider';
import { useSession } from '../panel/SessionContext';
import { DeclarationForm } from './DeclarationForm';
import { type Draft, emptyDraft } from './draft';
import { FormChooser } from './FormChooser';
import { keepDraft, keptDraft } from './keepDraft';
import { useLearningForms } from './useLearningForms';

/** D01, D02, D15: declare hours of the current year; the form first, then its fields. */
export default function DeclarePage() {
  const { membership } = useSession();
  const [year] = useState(() => new Date().getFullYear());
  const { data: forms, error, isPending, refetch } = useLearningForms(year);
  const [draft, setDraft] = useState<Draft | null>(() => {
    const kept = keptDraft(membership.id);
    return kept?.year === year ? kept : null;
  });
  const [restored, setRestored] = useState(draft !== null);
  const dataProvider = useDataProvider<PanelDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();

  const change = (next: Draft | null): void => {
    setDraft(next);
    keepDraft(membership.id, next);
    if (next === null) setRestored(false);
  };
  const choose = (form: LearningForm): void =>
    change(draft ? { ...emptyDraft(form, year), title: draft.title, startsOn: draft.startsOn, endsOn: draft.endsOn } : emptyDraft(form, year));
  const submit = async (declaration: Declaration): Promise<void> => {
    const { data } = await dataProvider.create<Declaration & { id: number }>('hour-records', { data: declaration });
    keepDraft(membership.id, null);
    refresh();
    notify(text.submitted, { type: 'success' });
    navigate(`/hour-records/${data.id}/show`);
  };

  const form = forms?.find((candidate) => candidate.code === draft?.form);
  return (
    <Box sx={{ maxWidth: 1180, pb: 3 }}>
      <PageHead title={text.title} />
      {isPending && <Typography role="status">{professionalText.loading}</Typography>}
      {error && (
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{professionalText.retry}</Button>}>
          {error.message}
        </Alert>
      )}
      {forms && !(draft && form) && <FormChooser forms={forms} onChoose={choose} />}
      {draft && form && (
        <>
          <Stack direction="row" sx={{ alignItems: 'baseline', gap: 1.5, mb: 1.5, flexWrap: 'wrap' }}>
            <Typography variant="h2">{form.name}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {professionalText.yearOf(year)} · {text.rule(form.rule)}
            </Typography>
            <Button size="small" onClick={() => change(null)}>
              {text.change}
            </Button>
          </Stack>
          <DeclarationForm
            form={form}
            draft={draft}
            submitLabel={text.submit}
            notice={
              restored && (
                <Alert severity="info" action={<Button onClick={() => change(emptyDraft(form, year))}>{text.discard}</Button>}>
                  {text.draftKept}
                </Alert>
              )
            }
            onChange={change}
            onSubmit={submit}
          />
        </>
      )}
    </Box>
  );
}
