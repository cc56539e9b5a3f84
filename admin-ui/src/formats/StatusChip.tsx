import { Chip } from '@mui/material';
import type { ReviewStatus } from '@xueshi/core';
import { statusNames } from '../messages/review';
import { tokens } from '../theme/tokens';

const colours: Record<ReviewStatus, { color: string; background: string }> = {
  pending: { color: tokens.primaryDark, background: tokens.primarySoft },
  returned: { color: '#6b3f00', background: tokens.warningSoft },
  approved: { color: '#124a2b', background: tokens.successSoft },
  rejected: { color: '#7d1a15', background: tokens.errorSoft },
  withdrawn: { color: tokens.mute, background: '#e9edf1' },
  revoked: { color: '#7d1a15', background: '#f1e3e2' },
};
const isReviewStatus = (value: string): value is ReviewStatus => value in colours;

/** A review's status as a word on its colour; any other status (of an organization, a certificate) plain, by the label given. */
export function StatusChip({ status, label }: { status: string; label?: string }) {
  const known = isReviewStatus(status);
  const { color, background } = known ? colours[status] : colours.withdrawn;
  return <Chip label={label ?? (known ? statusNames[status] : status)} sx={{ color, backgroundColor: background, fontWeight: 500 }} />;
}
