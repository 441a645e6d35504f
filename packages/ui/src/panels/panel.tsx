import type { ReactNode } from 'react';
import { classNames } from '../class-names';

/** One frame, thin lines. No panel stands inside a panel. */
export function Panel({ title, note, end, tabs, foot, padded, label, className, children }: PanelProps) {
  return (
    <section className={classNames('panel', className)} aria-label={label}>
      {(title || tabs) && (
        <header className={tabs ? 'has-tabs' : undefined}>
          {tabs ?? (
            <div className="ttl">
              <h2 className="h2">{title}</h2>
              {note && <span className="muted xs">{note}</span>}
            </div>
          )}
          {end && <div className="row acts">{end}</div>}
        </header>
      )}
      {padded ? <div className="in">{children}</div> : children}
      {foot && <div className="more">{foot}</div>}
    </section>
  );
}

export type PanelProps = {
  title?: ReactNode;
  /** Small, beside the title. */
  note?: ReactNode;
  /** At the end of the header: links, small buttons. */
  end?: ReactNode;
  /** In place of the title. */
  tabs?: ReactNode;
  foot?: ReactNode;
  padded?: boolean;
  label?: string;
  className?: string;
  children?: ReactNode;
};
