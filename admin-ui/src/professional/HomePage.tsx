import { Alert, Box, Button, Card, CardContent, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { Progress } from '@xueshi/core';
import { Link, useSearchParams } from 'react-router-dom';
import { request } from '../http/request';
import { PageHead } from '../layout/PageHead';
import { professionalText as text } from '../messages/professional';
import { CertificateCard } from './CertificateCard';
import { LatestRecords } from './LatestRecords';
import { YearBars } from './YearBars';

/** Years offered: this one and the ten before it. The year lives in the URL. */
const yearsBack = 10;

/** A professional's home: the year against its standard, what is missing, how long is left, where the hours came from. */
export default function HomePage() {
  const [params, setParams] = useSearchParams();
  const thisYear = new Date().getFullYear();
  const year = Number(params.get('year')) || thisYear;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['progress', year],
    queryFn: ({ signal }) => request<Progress>(`/api/panel/progress?year=${year}`, { signal }).then((reply) => reply.body),
  });

  return (
    <Box sx={{ maxWidth: 1180, pb: 3 }}>
      <PageHead title={text.home}>
        <TextField
          select
          size="small"
          label={text.year}
          value={year}
          onChange={(event) => setParams({ year: event.target.value }, { replace: true })}
          sx={{ minWidth: 140 }}
        >
          {Array.from({ length: yearsBack + 1 }, (_, i) => thisYear - i).map((option) => (
            <MenuItem key={option} value={option}>
              {text.yearOf(option)}
            </MenuItem>
          ))}
        </TextField>
        <Button component={Link} to="/declare" variant="contained">
          {text.declare}
        </Button>
      </PageHead>
      {error && (
        <Alert severity="error" action={<Button onClick={() => void refetch()}>{text.retry}</Button>}>
          {error.message}
        </Alert>
      )}
      {isPending && <Typography role="status">{text.loading}</Typography>}
      {data && (
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '3fr 2fr' }, alignItems: 'start' }}>
          <YearCard progress={data} thisYear={thisYear} />
          <CertificateCard progress={data} />
          <LatestRecords year={year} />
          <FormsCard progress={data} />
        </Box>
      )}
    </Box>
  );
}

function YearCard({ progress, thisYear }: { progress: Progress; thisYear: number }) {
  const shortGeneral = Math.max(0, progress.requiredGeneral - progress.generalHours);
  const shortSpecialty = Math.max(0, progress.requiredSpecialty - progress.specialtyHours);
  const missing = [
    shortGeneral > 0 && text.missingPart(text.general, shortGeneral),
    shortSpecialty > 0 && text.missingPart(text.specialty, shortSpecialty),
  ].filter(Boolean);
  const standard = progress.requiredGeneral + progress.requiredSpecialty;
  return (
    <Card variant="outlined">
      <CardContent sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="h6" component="h2">
          {text.yearOf(progress.year)} {text.progress}
        </Typography>
        {standard === 0 ? <Typography>{text.noRequirement}</Typography> : <YearBars progress={progress} />}
        {standard > 0 &&
          (progress.passed ? (
            <Alert severity="success">{text.passed}</Alert>
          ) : (
            missing.length > 0 && <Alert severity="warning">{text.missing(missing.join('、'))}</Alert>
          ))}
        {progress.pendingHours > 0 && <Typography>{text.pending(progress.pendingHours)}</Typography>}
        {progress.flags.map((flag) => (
          <Typography key={flag}>{flag}</Typography>
        ))}
        {progress.closesOn !== null && progress.daysLeft !== null && progress.year === thisYear && (
          <Typography sx={{ fontWeight: progress.daysLeft <= 30 ? 600 : 400 }}>
            {progress.daysLeft >= 0 ? text.daysLeft(progress.daysLeft, progress.closesOn) : text.closed(progress.closesOn)}
          </Typography>
        )}
      </CardContent>
    </Card>
  );
}

/** Where the credited hours came from, the largest first. */
function FormsCard({ progress }: { progress: Progress }) {
  const most = Math.max(1, ...progress.byForm.map((form) => form.hours));
  return (
    <Card variant="outlined">
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {text.byForm}
        </Typography>
        {progress.byForm.length === 0 && <Typography>{text.noHours}</Typography>}
        {[...progress.byForm]
          .sort((a, b) => b.hours - a.hours)
          .map((form) => (
            <Box key={form.form} sx={{ display: 'grid', gridTemplateColumns: '10em 1fr 5em', gap: 1, alignItems: 'center', py: 0.4 }}>
              <Typography noWrap title={form.name}>
                {form.name}
              </Typography>
              <Box aria-hidden sx={{ height: 10, width: `${(form.hours / most) * 100}%`, minWidth: 4, bgcolor: 'secondary.main', borderRadius: 0.5 }} />
              <Typography sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                {form.hours} {text.hours}
              </Typography>
            </Box>
          ))}
      </CardContent>
    </Card>
  );
}
