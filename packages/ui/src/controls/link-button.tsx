import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { Anchor, type LinkComponent, type LinkProps } from '../link';
import { type ButtonLook, buttonClass } from './button';

/** Looks like a button, goes somewhere. */
export function LinkButton({
  variant,
  size,
  block,
  icon,
  label,
  Link = Anchor,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      {...rest}
      className={classNames(buttonClass({ variant, size, block }), label && 'icon', className)}
      {...(label && { 'aria-label': label, title: label })}
    >
      {icon}
      {children}
    </Link>
  );
}

export type LinkButtonProps = LinkProps &
  Omit<ButtonLook, 'on'> & {
    icon?: ReactNode;
    /** Makes it an icon button: said, not shown. */
    label?: string;
    Link?: LinkComponent;
  };
