import type { SessionAnswer, UserType } from '@xueshi/core';
import { type FormEvent, useState } from 'react';
import { FormField } from '../frame/FormField';
import { PublicFrame } from '../frame/PublicFrame';
import { ApiError } from '../http/request';
import { sessionText as text, userTypeNames } from '../messages/session';
import { signIn } from './signIn';

const userTypes = Object.keys(userTypeNames) as UserType[];

interface SignInPageProps {
  /** Shown above the form, e.g. after the password was changed. */
  notice?: string;
  onSignedIn: (session: SessionAnswer) => void;
}

/** A01: user type, ID number, password; the proof of work runs by itself when the server demands it. */
export function SignInPage({ notice, onSignedIn }: SignInPageProps) {
  const [userType, setUserType] = useState<UserType>('employer');
  const [idNumber, setIdNumber] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [work, setWork] = useState<number | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const id = idNumber.trim().toUpperCase();
    if (id === '') return setError(new ApiError(0, 'required', text.required(text.idNumber), 'idNumber'));
    if (password === '') return setError(new ApiError(0, 'required', text.required(text.password), 'password'));
    setBusy(true);
    setError(null);
    try {
      onSignedIn(await signIn({ userType, idNumber: id, password }, setWork));
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setError(caught);
    } finally {
      setBusy(false);
      setWork(null);
    }
  };
  const errorOf = (field: string): string | undefined => (error?.field === field && !error.details?.register ? error.message : undefined);
  const inline = errorOf('idNumber') ?? errorOf('password');

  return (
    <PublicFrame title={text.signIn}>
      <form className="card" onSubmit={(event) => void submit(event)} noValidate>
        <h1>{text.signIn}</h1>
        {notice && <p className="alert alert-info">{notice}</p>}
        {error && !inline && <Refused error={error} />}
        <fieldset>
          <legend>{text.userType}</legend>
          <div className="choices">
            {userTypes.map((type) => (
              <label key={type}>
                <input type="radio" name="userType" value={type} checked={type === userType} onChange={() => setUserType(type)} />
                {userTypeNames[type]}
              </label>
            ))}
          </div>
        </fieldset>
        <FormField
          label={text.idNumber}
          value={idNumber}
          onChange={setIdNumber}
          name="username"
          autoComplete="username"
          inputMode="text"
          maxLength={18}
          note={text.idNumberHelp}
          error={errorOf('idNumber')}
        />
        <FormField
          label={text.password}
          type="password"
          value={password}
          onChange={setPassword}
          name="password"
          autoComplete="current-password"
          maxLength={128}
          error={errorOf('password')}
        />
        {work !== null && (
          <div className="progress" role="status">
            <label>
              {text.captchaRunning}
              <progress value={work} max={1} />
            </label>
          </div>
        )}
        <button className="button" type="submit" disabled={busy}>
          {busy ? text.signingIn : text.signInAction}
        </button>
        <p className="under">
          {text.noAccount} <a href="/register">{text.register}</a>
        </p>
      </form>
    </PublicFrame>
  );
}

/** The server's words, verbatim (A17–A20); the words that speak of a link are the link. */
function Refused({ error }: { error: ApiError }) {
  const [officeShown, setOfficeShown] = useState(false);
  const office = error.details?.reviewOffice;
  const words = error.details?.register === true ? [text.register, text.registerAgain] : typeof office === 'string' ? [text.reviewOffice] : [];
  const word = words.find((one) => error.message.includes(one));
  const [before, after] = word === undefined ? [error.message, ''] : error.message.split(word);
  return (
    <div className="alert alert-error" role="alert">
      {before}
      {word !== undefined &&
        (typeof office === 'string' ? (
          <button className="link" type="button" onClick={() => setOfficeShown(true)}>
            {word}
          </button>
        ) : (
          <a href="/register">{word}</a>
        ))}
      {after}
      {officeShown && <div>{text.reviewOfficeIs(String(office))}</div>}
    </div>
  );
}
