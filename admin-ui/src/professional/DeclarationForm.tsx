import { Alert, Box, Button, Card, CardContent, MenuItem, Stack, TextField, Typography } from '@mui/material';
import type { Declaration, LearningForm } from '@xueshi/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { ApiError } from '../http/request';
import { declarationText as text } from '../messages/professional';
import { checkDraft, type Wrongs } from './checkDraft';
import { DocumentSlots } from './DocumentSlots';
import { type Draft, declarationOf, visibleFields } from './draft';
import { FieldInput } from './FieldInput';
import { QuotePanel } from './QuotePanel';

interface DeclarationFormProps {
  form: LearningForm;
  draft: Draft;
  /** Fields the reviewer marked, with his remarks (X07). */
  marks?: { field: string; remark: string }[];
  version?: number;
  submitLabel: string;
  /** Shown above the form: the reason of a return, a restored draft. */
  notice?: ReactNode;
  onChange: (draft: Draft) => void;
  onSubmit: (declaration: Declaration) => Promise<void>;
}

/** The fields of one learning form, its documents and the live quote. Used for a new declaration and for a correction. */
export function DeclarationForm({ form, draft, marks = [], version, submitLabel, notice, onChange, onSubmit }: DeclarationFormProps) {
  const [wrongs, setWrongs] = useState<Wrongs>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);

  const set = (changes: Partial<Draft>, path: string): void => {
    onChange({ ...draft, ...changes });
    setWrongs(({ [path]: _, ...rest }) => rest);
    setRefusal(null);
  };
  const remarkOf = (path: string): string | undefined => {
    const mark = marks.find(({ field }) => field === path || `values.${field}` === path);
    return mark && `${text.marked}${mark.remark ? `：${mark.remark}` : ''}`;
  };
  const errorOf = (path: string): string | undefined => wrongs[path] ?? remarkOf(path);
  const showFirst = (): void => {
    requestAnimationFrame(() => formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = checkDraft(form, draft);
    setWrongs(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return showFirst();
    setBusy(true);
    try {
      await onSubmit(declarationOf(form, draft, version));
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setRefusal(caught.message);
      if (caught.field) setWrongs({ [caught.field]: caught.message });
      showFirst();
    } finally {
      setBusy(false);
    }
  };

  const input = (
    name: 'title' | 'startsOn' | 'endsOn' | 'certificateNumber',
    label: string,
    more: { type?: string; required?: boolean; help?: string; maxLength?: number } = {},
  ) => (
    <TextField
      label={label}
      type={more.type}
      required={more.required}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.target.value }, name)}
      error={errorOf(name) !== undefined}
      helperText={errorOf(name) ?? more.help}
      size="small"
      fullWidth
      slotProps={{
        htmlInput: { maxLength: more.maxLength, ...(more.type === 'date' ? { max: '9999-12-31' } : {}) },
        inputLabel: more.type === 'date' ? { shrink: true } : undefined,
      }}
    />
  );

  const open = Object.keys(wrongs).length;
  return (
    <Box
      component="form"
      ref={formElement}
      noValidate
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 300px' }, alignItems: 'start' }}
    >
      <Stack sx={{ gap: 1.5 }}>
        {notice}
        <Section title={text.facts}>
          <Box sx={{ gridColumn: '1 / -1' }}>{input('title', text.name, { required: true, maxLength: 200 })}</Box>
          {input('startsOn', text.startsOn, { type: 'date', required: true })}
          {input('endsOn', text.endsOn, { type: 'date', required: true })}
          {form.subjects.length > 1 && (
            <TextField
              select
              size="small"
              fullWidth
              label={text.subject}
              value={draft.subject}
              onChange={(event) => set({ subject: event.target.value as Draft['subject'] }, 'subject')}
              error={errorOf('subject') !== undefined}
              helperText={errorOf('subject')}
            >
              {form.subjects.map((subject) => (
                <MenuItem key={subject} value={subject}>
                  {text.subjects[subject]}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField
            select
            size="small"
            fullWidth
            label={text.assessment}
            value={draft.assessment}
            onChange={(event) => set({ assessment: event.target.value as Draft['assessment'] }, 'assessment')}
            error={errorOf('assessment') !== undefined}
            helperText={errorOf('assessment')}
          >
            {Object.entries(text.assessments).map(([value, label]) => (
              <MenuItem key={value} value={value}>
                {label}
              </MenuItem>
            ))}
          </TextField>
          {input('certificateNumber', text.certificateNumber, { help: text.certificateNumberHelp, maxLength: 80 })}
        </Section>
        {form.fields.length > 0 && (
          <Section title={text.details}>
            {visibleFields(form, draft).map((field) => (
              <Box key={field.name} sx={field.type === 'longtext' || field.type === 'list' ? { gridColumn: '1 / -1' } : undefined}>
                <FieldInput
                  field={field}
                  value={draft.values[field.name]}
                  error={errorOf(`values.${field.name}`)}
                  onChange={(value) => set({ values: { ...draft.values, [field.name]: value } }, `values.${field.name}`)}
                />
              </Box>
            ))}
          </Section>
        )}
        <Section title={text.documents}>
          <Box sx={{ gridColumn: '1 / -1' }}>
            <DocumentSlots
              form={form}
              attachments={draft.attachments}
              wrongs={{ ...wrongs, ...(remarkOf('attachments') ? { attachments: remarkOf('attachments') ?? '' } : {}) }}
              onChange={(attachments) => {
                onChange({ ...draft, attachments });
                setWrongs((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !path.startsWith('attachments'))));
              }}
            />
          </Box>
        </Section>
      </Stack>
      <Card variant="outlined" sx={{ position: { md: 'sticky' }, top: { md: 56 } }}>
        <CardContent sx={{ display: 'grid', gap: 1.5 }}>
          <QuotePanel form={form} draft={draft} />
          {(refusal || open > 0) && <Alert severity="error">{refusal ?? text.fixFirst(open)}</Alert>}
          <Button type="submit" variant="contained" disabled={busy} fullWidth>
            {busy ? text.submitting : submitLabel}
          </Button>
        </CardContent>
      </Card>
    </Box>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card variant="outlined" component="section" aria-label={title}>
      <CardContent>
        <Typography variant="subtitle1" component="h2" sx={{ fontWeight: 600, mb: 1.25 }}>
          {title}
        </Typography>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>{children}</Box>
      </CardContent>
    </Card>
  );
}
