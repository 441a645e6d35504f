'use client';
import { type InputHTMLAttributes, type ReactNode, useEffect, useRef } from 'react';

export function Check({ label, hint, mixed = false, hideLabel, ...rest }: CheckProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <label className="opt">
      <input {...rest} ref={box} type="checkbox" className="check" />
      <OptionText label={label} hint={hint} hide={hideLabel} />
    </label>
  );
}

export function Radio({ label, hint, hideLabel, ...rest }: RadioProps) {
  return (
    <label className="opt">
      <input {...rest} type="radio" className="radio" />
      <OptionText label={label} hint={hint} hide={hideLabel} />
    </label>
  );
}

/** Radios that answer one question; the legend is the question. */
export function RadioGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="field">
      <legend className="lbl">{legend}</legend>
      {children}
    </fieldset>
  );
}

function OptionText({ label, hint, hide }: { label: ReactNode; hint?: ReactNode; hide?: boolean }) {
  return (
    <span className={hide ? 'sr' : undefined}>
      {label}
      {hint && <small>{hint}</small>}
    </span>
  );
}

export type RadioProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  /** For a check in a table row: the label is said only. */
  hideLabel?: boolean;
};

export type CheckProps = RadioProps & { mixed?: boolean };
