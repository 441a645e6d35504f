import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';

/** One sentence on why, one thing to do. A filtered one names the filter that removed most rows. */
export function EmptyState({ icon, title, children, actions, level = 3 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="void">
      {icon ?? <Inbox aria-hidden />}
      <Heading>{title}</Heading>
      {children && <div>{children}</div>}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Of the heading; 1 where the state is the page. */
  level?: 1 | 2 | 3;
};
