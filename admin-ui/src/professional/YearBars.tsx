import { Box, Typography } from '@mui/material';
import type { Progress } from '@xueshi/core';
import { professionalText as text } from '../messages/professional';
import { tokens } from '../theme/tokens';

interface BarProps {
  label: string;
  done: number;
  required: number;
}

/** One bar of the year: how much of the standard is met. The figure stands in words beside it; colour only repeats it. */
function Bar({ label, done, required }: BarProps) {
  const share = required === 0 ? 100 : Math.min(100, (done / required) * 100);
  const met = done >= required;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '5em 1fr', sm: '5.5em 1fr 9em' }, columnGap: 1.5, rowGap: 0.25, alignItems: 'center' }}>
      <Typography sx={{ fontWeight: 600 }}>{label}</Typography>
      <Box
        role="img"
        aria-label={text.barIs(label, done, required)}
        sx={{ height: 18, borderRadius: 1, bgcolor: tokens.primarySoft, border: `1px solid ${tokens.line}`, overflow: 'hidden' }}
      >
        <Box sx={{ height: '100%', width: `${share}%`, bgcolor: met ? tokens.success : tokens.primary, transition: 'width .4s' }} />
      </Box>
      <Typography sx={{ gridColumn: { xs: 2, sm: 3 }, fontVariantNumeric: 'tabular-nums', color: met ? tokens.success : tokens.ink }}>
        {met ? '✓ ' : ''}
        {text.hoursOf(done, required)}
      </Typography>
    </Box>
  );
}

/** The year against its standard: general, specialty and total must each be met (F01–F04). */
export function YearBars({ progress }: { progress: Progress }) {
  const { generalHours, specialtyHours, requiredGeneral, requiredSpecialty } = progress;
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      <Bar label={text.general} done={generalHours} required={requiredGeneral} />
      <Bar label={text.specialty} done={specialtyHours} required={requiredSpecialty} />
      <Bar label={text.total} done={generalHours + specialtyHours} required={requiredGeneral + requiredSpecialty} />
    </Box>
  );
}
