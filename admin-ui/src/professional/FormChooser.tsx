import { Box, ButtonBase, TextField, Typography } from '@mui/material';
import type { LearningForm } from '@xueshi/core';
import { useState } from 'react';
import { declarationText as text } from '../messages/professional';

/** D02: the form first. Every form open in the year, with what it asks for; found by typing. */
export function FormChooser({ forms, onChoose }: { forms: LearningForm[]; onChoose: (form: LearningForm) => void }) {
  const [search, setSearch] = useState('');
  const wanted = search.trim();
  const found = forms.filter((form) => wanted === '' || form.name.includes(wanted) || form.fields.some((field) => field.label.includes(wanted)));
  return (
    <Box component="section" aria-label={text.chooseForm}>
      <Typography sx={{ mb: 1 }}>{text.chooseLead}</Typography>
      <TextField
        size="small"
        label={text.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        sx={{ width: { xs: '100%', sm: 320 }, mb: 1.5 }}
      />
      {found.length === 0 && <Typography role="status">{text.noForm}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' } }}>
        {found.map((form) => (
          <li key={form.code}>
            <ButtonBase
              onClick={() => onChoose(form)}
              sx={{
                width: '100%',
                height: '100%',
                p: 1.25,
                display: 'flex',
                flexDirection: 'column',
                justifyContent: 'flex-start',
                alignItems: 'stretch',
                textAlign: 'left',
                border: 1,
                borderColor: 'divider',
                borderRadius: 1,
                bgcolor: 'background.paper',
                '&:hover': { borderColor: 'primary.main', bgcolor: 'action.hover' },
              }}
            >
              <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {form.name}
              </Typography>
              <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                {form.subjects.map((subject) => text.subjects[subject]).join(' / ')}
                {form.fields.length > 0 && ` · ${form.fields.map((field) => field.label).join('、')}`}
              </Typography>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Box>
  );
}
