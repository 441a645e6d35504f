'use client';
import { Select } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';

/** A choice that is kept in the address: each option leads somewhere. What is chosen shows at once. */
export function HrefSelect({ label, value, options, none, className }: HrefSelectProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [shown, setShown] = useOptimistic(value);
  const go = (href: string) =>
    start(() => {
      setShown(href);
      router.push(href);
    });
  return (
    <Select
      inputSize="s"
      className={className ?? 'w-44 flex-none'}
      aria-label={label}
      aria-busy={pending || undefined}
      value={shown}
      onChange={(event) => event.target.value && go(event.target.value)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.href} value={option.href}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

type HrefSelectProps = {
  label: string;
  /** The address of the option that is chosen; '' for none. */
  value: string;
  options: { href: string; label: string }[];
  /** What stands there when nothing is chosen. */
  none?: string;
  /** Its width, where it is not that of a word or two. */
  className?: string;
};
