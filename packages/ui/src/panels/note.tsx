import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';

/** Says what happened, to what, what to do. An urgent one is announced when it appears. */
export function Note({ tone = 'info', title, end, urgent, children }: NoteProps) {
  const Icon = icons[tone];
  return (
    <div className={classNames('note', tone !== 'info' && tone)} role={urgent ? 'alert' : undefined}>
      <Icon aria-hidden />
      <div>
        {title && <b>{title}</b>} {children}
      </div>
      {end}
    </div>
  );
}

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

export type NoteProps = {
  tone?: keyof typeof icons;
  title?: ReactNode;
  end?: ReactNode;
  urgent?: boolean;
  children?: ReactNode;
};
