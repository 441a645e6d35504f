import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, type ButtonLook } from './button';

/** An act that one may not do keeps its place and can be reached; the page says why, under the id `reason`. */
export function LockedButton({ reason, variant, size, children }: LockedButtonProps) {
  return (
    <Button
      variant={variant}
      size={size}
      icon={<Lock aria-hidden />}
      aria-disabled="true"
      aria-describedby={reason}
    >
      {children}
    </Button>
  );
}

export type LockedButtonProps = Pick<ButtonLook, 'variant' | 'size'> & {
  reason: string;
  children: ReactNode;
};
