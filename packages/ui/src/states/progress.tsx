'use client';
import type { Locale } from '@ascent/schemas';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { placed } from '../domain/placed';
import { formatPercent } from '../format/number';
import { uiWords } from '../words/words';

/** How far a job is. What is said follows at most every ten seconds, and at once when it ends. */
export function Progress({ label, value, detail, failed, locale }: ProgressProps) {
  const percent = value === null ? null : formatPercent(value, locale);
  const said = percent === null ? label : `${label}: ${uiWords(locale).percentDone(percent)}`;
  const spoken = useSpoken(said, failed || value === 1);
  return (
    <div className="progress">
      <div
        className={value === null ? 'prog idle' : failed ? 'prog danger' : 'prog'}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value === null ? undefined : Math.round(value * 100)}
      >
        <i {...(value === null ? {} : placed({ width: value * 100 }))} />
      </div>
      {detail && <p className={failed ? 'err' : 'xs dim'}>{detail}</p>}
      <span className="sr" aria-live="polite">
        {spoken}
      </span>
    </div>
  );
}

function useSpoken(text: string, now: boolean | undefined): string {
  const [spoken, setSpoken] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const wait = now ? 0 : Math.max(0, last.current + 10_000 - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSpoken(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, now]);
  return spoken;
}

export type ProgressProps = {
  label: string;
  /** 0 to 1; null while it is not known. */
  value: number | null;
  detail?: ReactNode;
  failed?: boolean;
  locale: Locale;
};
