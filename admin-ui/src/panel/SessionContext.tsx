import type { SessionAnswer } from '@xueshi/core';
import { createContext, useContext } from 'react';

const SessionContext = createContext<SessionAnswer | null>(null);
export const SessionProvider = SessionContext.Provider;

/** Who is signed in. Inside the panel there is always somebody. */
export function useSession(): SessionAnswer {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of the panel');
  return session;
}
