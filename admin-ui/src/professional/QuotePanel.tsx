import { Alert, Box, Typography } from '@mui/material';
import type { LearningForm } from '@xueshi/core';
import { professionalText, declarationText as text } from '../messages/professional';
import type { Draft } from './draft';
import { useQuote } from './useQuote';

/** The hours as they are typed, with the way they came about. */
export function QuotePanel({ form, draft }: { form: LearningForm; draft: Draft }) {
  const { quote, error, waiting, busy } = useQuote(form, draft);
  return (
    <Box role="status" aria-busy={busy} sx={{ minHeight: 96 }}>
      <Typography component="h2" variant="subtitle2">
        {text.quote}
      </Typography>
      {waiting && <Typography>{text.quoteWaiting}</Typography>}
      {busy && !quote && <Typography>{text.quoting}</Typography>}
      {error && !busy && <Alert severity="warning">{error.message}</Alert>}
      {quote && (
        <>
          <Typography component="p" sx={{ fontSize: 34, fontWeight: 700, lineHeight: 1.2, color: 'primary.main' }} data-testid="quoted-hours">
            {quote.hours}{' '}
            <Box component="span" sx={{ fontSize: 15, fontWeight: 400 }}>
              {professionalText.hours}
            </Box>
          </Typography>
          <Typography>{text.quoteSplit(quote.generalHours, quote.specialtyHours)}</Typography>
          <Typography component="h3" variant="subtitle2" sx={{ mt: 1 }}>
            {text.explanation}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {quote.explanation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Box>
          {form.confirmer !== 'none' && <Typography sx={{ mt: 1 }}>{text.confirmed(text.confirmers[form.confirmer])}</Typography>}
        </>
      )}
    </Box>
  );
}
