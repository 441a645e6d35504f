import { platformConfig } from '@/env';

/** A page of the portal, as a link from here. */
export function portalAddress(path = '/'): string {
  return new URL(path, platformConfig().portalAddress).href;
}

/** The portal's sign-in serves both apps; it sends the reader back to this app's path. */
export function signInAddress(path: string): string {
  const next = new URL(path, platformConfig().campaignsAddress).href;
  return portalAddress(`/sign-in?next=${encodeURIComponent(next)}`);
}
