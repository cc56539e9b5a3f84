import { type FormEvent, useEffect, useState } from 'react';
import { FormField } from '../frame/FormField';
import { PublicFrame } from '../frame/PublicFrame';
import { ApiError } from '../http/request';
import { sessionText } from '../messages/session';
import { verificationText as text } from '../messages/verification';
import { readVerification, type Verification } from './readVerification';
import { VerificationResult } from './VerificationResult';

const root = '/verify';
const addressed = (pathname: string): string => decodeURIComponent(pathname.slice(root.length).replace(/^\//, ''));

type State = { at: 'idle' } | { at: 'checking' } | { at: 'failed'; message: string } | { at: 'done'; verification: Verification };

/** Anyone may check a certificate: by the address in its QR code (`/verify/{number}?code=…`) or by typing its number. */
export default function VerificationPage() {
  const [number, setNumber] = useState(() => addressed(window.location.pathname));
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const [state, setState] = useState<State>({ at: 'idle' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const follow = () => setNumber(addressed(window.location.pathname));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again for the same number
  useEffect(() => {
    if (number === '') return setState({ at: 'idle' });
    const controller = new AbortController();
    setState({ at: 'checking' });
    readVerification(number, new URLSearchParams(window.location.search).get('code'), controller.signal).then(
      (verification) => setState({ at: 'done', verification }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setState({ at: 'failed', message: error instanceof ApiError ? error.message : sessionText.loadFailed });
      },
    );
    return () => controller.abort();
  }, [number, attempt]);

  const go = (next: string, nextCode = ''): void => {
    const query = nextCode === '' ? '' : `?code=${encodeURIComponent(nextCode)}`;
    window.history.pushState(null, '', next === '' ? root : `${root}/${encodeURIComponent(next)}${query}`);
    setTyped('');
    setCode('');
    setNumber(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = typed.trim();
    setMissing(wanted === '');
    if (wanted !== '') go(wanted, code.trim());
  };

  return (
    <PublicFrame title={text.title}>
      <section className="card card-wide" aria-busy={state.at === 'checking'}>
        <h1>{text.title}</h1>
        {state.at === 'checking' && <p role="status">{text.checking}</p>}
        {state.at === 'failed' && (
          <>
            <p className="alert alert-error" role="alert">
              {state.message}
            </p>
            <button className="button" type="button" onClick={() => setAttempt(attempt + 1)}>
              {sessionText.retry}
            </button>
          </>
        )}
        {state.at === 'done' && <VerificationResult verification={state.verification} />}
        {state.at === 'idle' ? (
          <form onSubmit={submit} noValidate>
            <p>{text.lead}</p>
            <FormField
              label={text.number}
              value={typed}
              onChange={setTyped}
              maxLength={60}
              note={text.numberHelp}
              error={missing ? text.numberMissing : undefined}
            />
            <FormField label={text.code} value={code} onChange={setCode} maxLength={20} note={text.codeHelp} />
            <button className="button" type="submit">
              {text.action}
            </button>
          </form>
        ) : (
          <p className="under">
            <button className="link" type="button" onClick={() => go('')}>
              {text.again}
            </button>
          </p>
        )}
      </section>
    </PublicFrame>
  );
}
