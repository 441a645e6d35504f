import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** Ties label, hint and error to the control by id; the control takes what it is handed. */
export function Field({ label, hint, error, end, required, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <div className="lbl-row">
        <label className="lbl" htmlFor={id}>
          {label}
        </label>
        {end}
      </div>
      {children({
        id,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p className="err" id={`${id}-error`}>
          <CircleAlert aria-hidden />
          {error}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** At the end of the label's line: "Forgot password". */
  end?: ReactNode;
  required?: boolean;
  children: (control: FieldControl) => ReactNode;
};

export type FieldControl = {
  id: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};
