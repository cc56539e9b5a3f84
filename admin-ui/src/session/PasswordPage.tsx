import { type FormEvent, useState } from 'react';
import { FormField } from '../frame/FormField';
import { PublicFrame } from '../frame/PublicFrame';
import { ApiError, request } from '../http/request';
import { sessionText as text } from '../messages/session';

interface PasswordPageProps {
  /** The initial password must go: there is no way around this page but signing out. */
  forced: boolean;
  platformName: string;
  onChanged: () => void;
  onLeave: () => void;
}

/** A05 and decision 21: the old password, the new one twice. The server ends every session of the account. */
export function PasswordPage({ forced, platformName, onChanged, onLeave }: PasswordPageProps) {
  const [values, setValues] = useState({ oldPassword: '', newPassword: '', repeat: '' });
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof values) => (value: string) => setValues((current) => ({ ...current, [name]: value }));
  const errorOf = (field: string): string | undefined => (error?.field === field ? error.message : undefined);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (values.newPassword !== values.repeat) return setError(new ApiError(0, 'differs', text.repeatDiffers, 'repeat'));
    setBusy(true);
    setError(null);
    try {
      await request<void>('/api/session/password', { method: 'PUT', body: { oldPassword: values.oldPassword, newPassword: values.newPassword } });
      onChanged();
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <PublicFrame title={text.passwordTitle} platformName={platformName}>
      <form className="card" onSubmit={(event) => void submit(event)} noValidate>
        <h1>{text.passwordTitle}</h1>
        <p className="alert alert-info">{forced ? text.mustChange : text.mayChange}</p>
        {error && !['oldPassword', 'newPassword', 'repeat'].includes(error.field ?? '') && (
          <p className="alert alert-error" role="alert">
            {error.message}
          </p>
        )}
        <FormField
          label={text.oldPassword}
          type="password"
          autoComplete="current-password"
          value={values.oldPassword}
          onChange={set('oldPassword')}
          error={errorOf('oldPassword')}
        />
        <FormField
          label={text.newPassword}
          type="password"
          autoComplete="new-password"
          value={values.newPassword}
          onChange={set('newPassword')}
          note={text.passwordHelp}
          error={errorOf('newPassword')}
        />
        <FormField
          label={text.repeatPassword}
          type="password"
          autoComplete="new-password"
          value={values.repeat}
          onChange={set('repeat')}
          error={errorOf('repeat')}
        />
        <button className="button" type="submit" disabled={busy}>
          {text.changeAction}
        </button>
        <button className="button button-plain" style={{ marginTop: 12 }} type="button" onClick={onLeave}>
          {forced ? text.signOut : text.cancel}
        </button>
      </form>
    </PublicFrame>
  );
}
