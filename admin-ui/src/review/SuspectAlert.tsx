import { Alert, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { statusNames, reviewText as text } from '../messages/review';
import type { Suspect } from './hourRecord';

/** X19: declarations that look like this one, named with what they share. */
export function SuspectAlert({ suspects }: { suspects: Suspect[] }) {
  if (suspects.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 0.5 }}>
      <strong>{text.suspects}</strong>
      <ul style={{ margin: 0, paddingLeft: 16 }}>
        {suspects.map((suspect) => (
          <li key={suspect.id}>
            {suspect.because.map((one) => text.suspectBecause[one]).join('、')}：{suspect.year}{' '}
            {suspect.samePerson ? (
              <Link component={RouterLink} to={`/hour-records/${suspect.id}/show`}>
                {suspect.title}
              </Link>
            ) : (
              text.suspectOther
            )}
            （{statusNames[suspect.status]}）
          </li>
        ))}
      </ul>
    </Alert>
  );
}
