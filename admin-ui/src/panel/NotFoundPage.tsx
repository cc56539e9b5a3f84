import { Alert, Button } from '@mui/material';
import { Link } from 'react-router-dom';
import { PageHead } from '../layout/PageHead';
import { panelText } from '../messages/panel';

/** An address this role has nothing under. */
export function NotFoundPage() {
  return (
    <>
      <PageHead title={panelText.home} />
      <Alert
        severity="warning"
        action={
          <Button component={Link} to="/" color="inherit">
            {panelText.home}
          </Button>
        }
      >
        {panelText.notFound}
      </Alert>
    </>
  );
}
