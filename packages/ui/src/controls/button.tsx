import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names';

/** A busy button keeps its place, width and focus; it only stops answering. */
export function Button({
  variant,
  size,
  icon,
  busy,
  block,
  pressed,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass({ variant, size, block, on: pressed }), className)}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      {...(busy && { onClick: undefined, type: 'button' as const })}
    >
      {busy ? <span className="spin" /> : icon}
      {children}
    </button>
  );
}

/** Only an icon is seen, so the label is said. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      className={classNames('icon', className)}
      icon={icon}
      aria-label={label}
      title={label}
    />
  );
}

export function buttonClass({ variant = 'default', size = 'm', block, on }: ButtonLook): string {
  return classNames(
    'btn',
    variant !== 'default' && variant,
    size !== 'm' && size,
    block && 'full',
    on && 'on',
  );
}

export type ButtonLook = {
  variant?: 'default' | 'primary' | 'ghost' | 'danger';
  size?: 's' | 'm' | 'l';
  block?: boolean;
  on?: boolean;
};

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonLook['variant'];
  size?: ButtonLook['size'];
  icon?: ReactNode;
  busy?: boolean;
  block?: boolean;
  /** For a button that stays in: sets aria-pressed. */
  pressed?: boolean;
};

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'block'> & {
  label: string;
  icon: ReactNode;
};
