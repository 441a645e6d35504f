import type { AnchorHTMLAttributes, ReactNode } from 'react';

export function Anchor(props: LinkProps) {
  return <a {...props} />;
}

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** What an app passes to have its own router follow links; a plain anchor if nothing is passed. */
export type LinkComponent = (props: LinkProps) => ReactNode;
