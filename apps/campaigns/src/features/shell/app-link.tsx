'use client';
import type { LinkProps } from '@ascent/ui';
import NextLink from 'next/link';

/** The router's link, in the shape the component library takes. */
export function AppLink(props: LinkProps) {
  return <NextLink {...props} prefetch={false} />;
}
