import { type InputHTMLAttributes, useId, useState } from 'react';
import { sessionText } from '../messages/session';

interface FormFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'> {
  label: string;
  note?: string;
  error?: string;
  onChange: (value: string) => void;
}

/** A labelled input of the light pages; a password can be shown. The error is announced and tied to the input. */
export function FormField({ label, note, error, onChange, type = 'text', ...rest }: FormFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  return (
    <div className="field">
      <label className="text" htmlFor={id}>
        {label}
      </label>
      <div className="box">
        <input
          {...rest}
          id={id}
          type={secret && shown ? 'text' : type}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || note ? `${id}-note` : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        {secret && (
          <button
            className="peek"
            type="button"
            aria-pressed={shown}
            aria-label={`${shown ? sessionText.hidePassword : sessionText.showPassword}：${label}`}
            onClick={() => setShown(!shown)}
          >
            {shown ? sessionText.hidePassword : sessionText.showPassword}
          </button>
        )}
      </div>
      {(error || note) && (
        <div id={`${id}-note`} className={error ? 'wrong' : 'note'} role={error ? 'alert' : undefined}>
          {error ?? note}
        </div>
      )}
    </div>
  );
}
