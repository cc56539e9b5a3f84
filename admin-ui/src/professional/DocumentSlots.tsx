import { Box, Button, Chip, FormHelperText, Stack, Typography } from '@mui/material';
import type { LearningForm } from '@xueshi/core';
import { useRef, useState } from 'react';
import { useDataProvider } from 'react-admin';
import { formatSize } from '../formats/format';
import { ApiError } from '../http/request';
import { declarationText as text } from '../messages/professional';
import type { PanelDataProvider } from '../panel/dataProvider';
import { useSession } from '../panel/SessionContext';
import type { Wrongs } from './checkDraft';
import type { DraftAttachment } from './draft';

const otherDocument = { code: 'other', name: '其他材料', required: false };

interface DocumentSlotsProps {
  form: LearningForm;
  attachments: DraftAttachment[];
  wrongs: Wrongs;
  onChange: (attachments: DraftAttachment[]) => void;
}

/** One slot for every document the form names; a file is uploaded when it is chosen, and only its id is declared. */
export function DocumentSlots({ form, attachments, wrongs, onChange }: DocumentSlotsProps) {
  const { attachments: limits } = useSession();
  const documents = form.documents.length > 0 ? form.documents : [otherDocument];
  const types = [...new Set(limits.types.map((type) => type.toUpperCase()))].join('、');
  return (
    <Stack sx={{ gap: 1 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {text.documentsLead(types, formatSize(limits.maximumBytes), limits.maximumFiles)}
      </Typography>
      {documents.map((document) => (
        <Slot
          key={document.code}
          document={document}
          files={attachments.filter((attachment) => attachment.document === document.code)}
          wrong={wrongs[`attachments.${document.code}`]}
          onAdd={(file) => onChange([...attachments, { ...file, document: document.code }])}
          onRemove={(id) => onChange(attachments.filter((attachment) => attachment.id !== id))}
        />
      ))}
      {wrongs.attachments && <FormHelperText error>{wrongs.attachments}</FormHelperText>}
    </Stack>
  );
}

interface SlotProps {
  document: { code: string; name: string; required: boolean };
  files: DraftAttachment[];
  wrong?: string;
  onAdd: (file: Omit<DraftAttachment, 'document'>) => void;
  onRemove: (id: number) => void;
}

function Slot({ document, files, wrong, onAdd, onRemove }: SlotProps) {
  const { attachments: limits } = useSession();
  const dataProvider = useDataProvider<PanelDataProvider>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  const upload = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      const { id, name, size } = await dataProvider.uploadAttachment(file);
      onAdd({ id, name, size });
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setError(caught.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Box sx={{ border: 1, borderColor: wrong || error ? 'error.main' : 'divider', borderRadius: 1, p: 1 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600 }}>{document.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {document.required ? text.required : text.optional}
        </Typography>
        {files.map((file) => (
          <Chip
            key={file.id}
            label={`${file.name}（${formatSize(file.size)}）`}
            onDelete={() => onRemove(file.id)}
            slotProps={{ root: { 'aria-label': text.removeFile(file.name) } }}
            sx={{ maxWidth: '100%' }}
          />
        ))}
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          onClick={() => input.current?.click()}
          aria-label={text.uploadFor(document.name)}
          sx={{ ml: 'auto' }}
        >
          {busy ? text.uploading : text.upload}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={limits.types.map((type) => `.${type}`).join(',')}
          onChange={(event) => {
            void upload(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </Stack>
      {(error ?? wrong) && (
        <FormHelperText error role="alert">
          {error ?? wrong}
        </FormHelperText>
      )}
    </Box>
  );
}
