import DownloadIcon from '@mui/icons-material/Download';
import { Alert, Box, Button, CircularProgress, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { LearningForm } from '@xueshi/core';
import { useEffect, useState } from 'react';
import { formatSize } from '../formats/format';
import { requestFile } from '../http/request';
import { saveFile } from '../http/saveFile';
import { panelText } from '../messages/panel';
import { reviewText as text } from '../messages/review';
import { tokens } from '../theme/tokens';
import type { AttachmentSummary } from './hourRecord';
import { ImageViewer } from './ImageViewer';
import { useShortcuts } from './useShortcuts';

interface AttachmentViewerProps {
  attachments: AttachmentSummary[];
  form: LearningForm;
}

/** X20: the proofs beside the decision; `[` and `]` go through them. */
export function AttachmentViewer({ attachments, form }: AttachmentViewerProps) {
  const [at, setAt] = useState(0);
  const shown = attachments[Math.min(at, attachments.length - 1)];
  const go = (by: number): void => setAt((now) => (now + by + attachments.length) % attachments.length);
  useShortcuts({ '[': () => go(-1), ']': () => go(1) }, attachments.length > 1);
  const nameOf = (attachment: AttachmentSummary): string => {
    const name = form.documents.find((one) => one.code === attachment.document)?.name ?? attachment.document;
    const alike = attachments.filter((one) => one.document === attachment.document);
    return alike.length > 1 ? `${name} ${alike.indexOf(attachment) + 1}` : name;
  };
  if (!shown) {
    return (
      <Box sx={{ display: 'grid', placeItems: 'center', height: '100%', minHeight: 120, color: 'text.secondary' }}>
        <Typography>{text.noAttachment}</Typography>
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box component="nav" aria-label={text.attachments} sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', p: 0.5, borderBottom: `1px solid ${tokens.line}` }}>
        {attachments.map((attachment, i) => (
          <Button
            key={attachment.id}
            variant={attachment === shown ? 'contained' : 'outlined'}
            aria-current={attachment === shown ? 'true' : undefined}
            onClick={() => setAt(i)}
            sx={{ maxWidth: 240, whiteSpace: 'nowrap', overflow: 'hidden' }}
            title={attachment.name}
          >
            {nameOf(attachment)}
          </Button>
        ))}
      </Box>
      <AttachmentView key={shown.id} attachment={shown} />
    </Box>
  );
}

/** The bytes of one attachment as an object URL that lives as long as it is shown. */
function useObjectUrl(blob: Blob | undefined, mime: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    // The server sends every file as a download; the type it recorded by content tells the browser how to show it.
    const made = URL.createObjectURL(new Blob([blob], { type: mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, mime]);
  return url;
}

function AttachmentView({ attachment }: { attachment: AttachmentSummary }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['attachment', attachment.id],
    queryFn: ({ signal }) => requestFile(`/api/attachments/${attachment.id}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 120_000,
  });
  const url = useObjectUrl(data, attachment.mime);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, px: 1, borderBottom: `1px solid ${tokens.line}`, minHeight: 30 }}>
        <Typography variant="caption" sx={{ mr: 'auto', overflowWrap: 'anywhere' }}>
          {attachment.name}（{formatSize(attachment.size)}）
        </Typography>
        <Button disabled={!url} onClick={() => window.open(url, '_blank', 'noopener')}>
          {text.openNewWindow}
        </Button>
        <Button startIcon={<DownloadIcon />} disabled={!data} onClick={() => data && saveFile(data, attachment.name)}>
          {panelText.download}
        </Button>
      </Box>
      <Box
        sx={{ flex: 1, minHeight: 0, backgroundColor: '#5b6672', overflow: attachment.mime === 'application/pdf' ? 'hidden' : 'auto', position: 'relative' }}
        tabIndex={attachment.mime === 'application/pdf' ? undefined : 0}
      >
        {error && (
          <Alert
            severity="error"
            sx={{ m: 1 }}
            action={
              <Button color="inherit" onClick={() => void refetch()}>
                {panelText.retry}
              </Button>
            }
          >
            {error.message || text.attachmentFailed}
          </Alert>
        )}
        {!url && !error && <CircularProgress size={26} aria-label={panelText.loading} sx={{ position: 'absolute', top: '45%', left: '48%', color: '#fff' }} />}
        {url && attachment.mime === 'application/pdf' && (
          <iframe
            title={attachment.name}
            onMouseLeave={() => window.focus()}
            src={`${url}#navpanes=0&view=FitH`}
            style={{ width: '100%', height: '100%', minHeight: 360, border: 0, display: 'block' }}
          />
        )}
        {url && attachment.mime.startsWith('image/') && <ImageViewer url={url} name={attachment.name} />}
      </Box>
    </>
  );
}
