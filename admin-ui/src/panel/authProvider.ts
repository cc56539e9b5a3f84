import type { SessionAnswer } from '@xueshi/core';
import type { AuthProvider } from 'react-admin';
import { request } from '../http/request';
import { leaveWhenExpired } from './leaveWhenExpired';

/** React-Admin starts only behind the session gate, so there is nothing to check here but refusals that come later. */
export const makeAuthProvider = (session: SessionAnswer): AuthProvider => ({
  login: () => Promise.resolve(),
  logout: async () => {
    await request<void>('/api/session', { method: 'DELETE' });
    window.location.assign('/sign-in');
    return false;
  },
  checkAuth: () => Promise.resolve(),
  checkError: (error: unknown) => {
    leaveWhenExpired(error);
    return Promise.resolve();
  },
  getIdentity: () => Promise.resolve({ id: session.membership.id, fullName: session.account.name }),
  getPermissions: () => Promise.resolve(session.modules),
});
