import { Alert, Button, Card, CardContent, Stack, Typography } from '@mui/material';
import type { Progress } from '@xueshi/core';
import { useState } from 'react';
import { saveCertificate } from '../certificates/saveCertificate';
import { ApiError } from '../http/request';
import { professionalText as text } from '../messages/professional';

/** The certificate of the year, or what it takes to get one (F05, F06). */
export function CertificateCard({ progress }: { progress: Progress }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const number = progress.certificateNumber;

  const save = async (): Promise<void> => {
    if (number === null) return;
    setBusy(true);
    setError(null);
    try {
      await saveCertificate(number);
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setError(caught.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Card variant="outlined">
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {text.certificate}
        </Typography>
        {number === null ? (
          <Typography>{text.certificateNone}</Typography>
        ) : (
          <Stack sx={{ gap: 1.5 }}>
            <Typography>{text.certificateReady(number)}</Typography>
            <Stack direction="row" sx={{ gap: 1 }}>
              <Button variant="contained" disabled={busy} onClick={() => void save()}>
                {busy ? text.downloading : text.download}
              </Button>
              <Button href={`/verify/${encodeURIComponent(number)}?code=${encodeURIComponent(progress.verificationCode ?? '')}`} target="_blank" rel="noopener">
                {text.verify}
              </Button>
            </Stack>
            {error && <Alert severity="error">{error}</Alert>}
          </Stack>
        )}
      </CardContent>
    </Card>
  );
}
