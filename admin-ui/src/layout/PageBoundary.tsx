import { Alert, AlertTitle, Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { panelText } from '../messages/panel';

/** A page that breaks takes neither the menu nor the session with it. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Alert
        severity="error"
        action={
          <Button color="inherit" onClick={() => window.location.reload()}>
            {panelText.reload}
          </Button>
        }
      >
        <AlertTitle>{panelText.pageFailed}</AlertTitle>
        {panelText.pageFailedNote}
      </Alert>
    );
  }
}
