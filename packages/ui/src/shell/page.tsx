import type { ReactNode } from 'react';
import { classNames } from '../class-names';

/** The page's padding and rhythm. A wide one does not stop growing; a scrolling one moves inside a filled shell. */
export function Page({ wide, scroll, children }: PageProps) {
  return <div className={classNames('page', wide && 'wide', scroll && 'scroll')}>{children}</div>;
}

/** The page's one heading; at most one of its acts is primary. */
export function PageHeader({ title, mark, tag, children, acts }: PageHeaderProps) {
  return (
    <div className="head">
      {mark}
      <div>
        <div className="row">
          <h1 className="h1">{title}</h1>
          {tag}
        </div>
        {children && <div className="sub">{children}</div>}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}

/** Panels side by side: two alike, three alike, or a main one and a side column. */
export function Columns({ layout, sideWidth, children }: ColumnsProps) {
  return (
    <div className={`cols ${layout}`} data-side={sideWidth}>
      {children}
    </div>
  );
}

export type PageProps = { wide?: boolean; scroll?: boolean; children: ReactNode };
export type PageHeaderProps = {
  title: ReactNode;
  /** In front of the title: an Avatar. */
  mark?: ReactNode;
  /** Beside the title: a Tag. */
  tag?: ReactNode;
  /** Below the title. */
  children?: ReactNode;
  acts?: ReactNode;
};
export type ColumnsProps = {
  layout: 'even' | 'three' | 'side-end' /** Pixels of the side column. */;
  sideWidth?: 300 | 340 | 384 | 420;
  children: ReactNode;
};
