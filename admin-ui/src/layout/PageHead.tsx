import { Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { panelText } from '../messages/panel';
import { useSession } from '../panel/SessionContext';

/** The heading of a page, its actions on the right, and the window's title. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  const { platformName } = useSession();
  useEffect(() => {
    document.title = panelText.pageTitle(title, platformName);
  }, [title, platformName]);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 0.5, mb: 0.5, minHeight: 32 }}>
      <Typography variant="h1" sx={{ mr: 'auto', overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      {children}
    </Stack>
  );
}
