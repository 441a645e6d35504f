import type { ReactNode } from 'react';
import { classNames } from '../class-names';

/** A status with a word; the tone never stands alone. */
export function Tag({ tone, icon, children }: { tone?: TagTone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classNames('tag', tone)}>
      {icon}
      {children}
    </span>
  );
}

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}

export type TagTone = 'ok' | 'warn' | 'danger' | 'info' | 'line';
