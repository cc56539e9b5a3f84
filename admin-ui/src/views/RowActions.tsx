import DownloadIcon from '@mui/icons-material/Download';
import { Button } from '@mui/material';
import { type ComponentType, useState } from 'react';
import { type RaRecord, useNotify } from 'react-admin';
import { saveCertificate } from '../certificates/saveCertificate';
import { ApiError } from '../http/request';
import { panelText } from '../messages/panel';

/** A row has a file when it carries a certificate's number; a revoked certificate is no longer handed out. */
function DownloadAction({ record }: { record: RaRecord }) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const number: unknown = record.certificateNumber ?? record.number;
  if (typeof number !== 'string' || number === '' || record.status === 'revoked') return null;
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      await saveCertificate(number);
    } catch (error) {
      notify(error instanceof ApiError ? error.message : panelText.downloadFailed, { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      startIcon={<DownloadIcon />}
      disabled={busy}
      onClick={() => void download()}
      aria-label={`${panelText.download} ${number}`}
      sx={{ minHeight: 20, py: 0, lineHeight: '20px', verticalAlign: 'top' }}
    >
      {panelText.download}
    </Button>
  );
}

/** Row actions a view may name. The server refuses what a role may not do; an unknown name draws nothing. */
const rowActions: Record<string, ComponentType<{ record: RaRecord }>> = { download: DownloadAction };

export function RowActions({ names, record }: { names: string[]; record: RaRecord }) {
  return (
    <>
      {names.map((name) => {
        const Action = rowActions[name];
        return Action ? <Action key={name} record={record} /> : null;
      })}
    </>
  );
}
