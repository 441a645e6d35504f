'use client';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

/** One of a few, at once. Arrow keys move inside the group. */
export function Segmented<V extends string>({ label, value, options, onChange, icons }: SegmentedProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      className={icons ? 'seg icons' : 'seg'}
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next as V)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          lang={option.lang}
          {...(icons && { title: option.label, 'aria-label': option.label })}
        >
          {option.icon}
          {!icons && option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
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
