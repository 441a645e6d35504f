'use client';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One of a few, at once. Arrow keys move inside the group, and choose. */
export function Segmented<V extends string>({ label, value, options, onChange, icons }: SegmentedProps<V>) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (chosen + step + options.length) % options.length;
    group.current?.querySelectorAll('button')[next]?.focus();
    onChange(options[next]!.value);
  };
  return (
    <div ref={group} role="radiogroup" className={icons ? 'seg icons' : 'seg'} aria-label={label}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: buttons look and act alike in every browser
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          data-state={option.value === value ? 'on' : 'off'}
          tabIndex={index === chosen ? 0 : -1}
          lang={option.lang}
          onClick={() => onChange(option.value)}
          onKeyDown={onKey}
          {...(icons && { title: option.label, 'aria-label': option.label })}
        >
          {option.icon}
          {!icons && option.label}
        </button>
      ))}
    </div>
  );
}

export type SegmentedProps<V extends string> = {
  label: string;
  value: V;
  options: SegmentedOption<V>[];
  onChange: (value: V) => void;
  /** Shows icons only; labels are said. */
  icons?: boolean;
};

export type SegmentedOption<V extends string> = { value: V; label: string; icon?: ReactNode; lang?: string };
