import type { SessionAnswer } from '@xueshi/core';
import { lazy, useCallback, useEffect, useState } from 'react';
import { PublicFrame } from '../frame/PublicFrame';
import { ApiError, request } from '../http/request';
import { sessionText as text } from '../messages/session';
import { PasswordPage } from '../session/PasswordPage';
import { readSession } from '../session/readSession';
import { returnAddress, signInAddress } from '../session/returnAddress';
import { SignInPage } from '../session/SignInPage';
import { Waiting } from './Waiting';

const loadPanel = () => import('../panel/Panel');
const Panel = lazy(loadPanel);

type State = { at: 'reading' } | { at: 'failed'; message: string } | { at: 'signed-out'; notice?: string } | { at: 'signed-in'; session: SessionAnswer };

/** Decides between sign-in, the change of password and the panel. React-Admin is loaded only behind it. */
export function SessionGate() {
  const [state, setState] = useState<State>({ at: 'reading' });

  const enter = useCallback((session: SessionAnswer) => {
    if (window.location.pathname === '/sign-in' && !session.mustChangePassword) window.history.replaceState(null, '', returnAddress(window.location.search));
    setState({ at: 'signed-in', session });
  }, []);

  const read = useCallback(async (): Promise<void> => {
    try {
      const session = await readSession();
      if (session) {
        void loadPanel();
        return enter(session);
      }
      const asked = window.location.pathname !== '/sign-in' && window.location.pathname !== '/';
      window.history.replaceState(null, '', window.location.pathname === '/sign-in' ? window.location.href : signInAddress());
      setState({ at: 'signed-out', notice: asked || new URLSearchParams(window.location.search).has('next') ? text.sessionEnded : undefined });
    } catch (error) {
      setState({ at: 'failed', message: error instanceof ApiError ? error.message : text.loadFailed });
    }
  }, [enter]);
  useEffect(() => void read(), [read]);

  const signOut = async (): Promise<void> => {
    await request<void>('/api/session', { method: 'DELETE' }).catch((error: unknown) => {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
    });
    window.location.assign('/sign-in');
  };

  if (state.at === 'reading') return <Waiting />;
  if (state.at === 'failed') return <Failed message={state.message} onRetry={() => void read()} />;
  if (state.at === 'signed-out') return <SignInPage notice={state.notice} onSignedIn={enter} />;
  const { session } = state;
  if (session.mustChangePassword || window.location.pathname === '/password') {
    return (
      <PasswordPage
        forced={session.mustChangePassword}
        platformName={session.platformName}
        onChanged={() => {
          window.history.replaceState(null, '', '/sign-in');
          setState({ at: 'signed-out', notice: text.changed });
        }}
        onLeave={() => (session.mustChangePassword ? void signOut() : window.location.assign('/'))}
      />
    );
  }
  return <Panel session={session} />;
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <PublicFrame title={text.loadFailed}>
      <section className="card">
        <h1>{text.loadFailed}</h1>
        <p className="alert alert-error" role="alert">
          {message}
        </p>
        <button className="button" type="button" onClick={onRetry}>
          {text.retry}
        </button>
      </section>
    </PublicFrame>
  );
}
