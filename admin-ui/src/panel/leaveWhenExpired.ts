import { ApiError } from '../http/request';
import { signInAddress } from '../session/returnAddress';

/** A session that ended sends the person to sign-in with the way back; an initial password to its change. Loads the page anew, so no data stays in memory. */
export function leaveWhenExpired(error: unknown): void {
  if (!(error instanceof ApiError)) return;
  if (error.status === 401) window.location.assign(signInAddress());
  if (error.code === 'must-change-password') window.location.assign('/password');
}
