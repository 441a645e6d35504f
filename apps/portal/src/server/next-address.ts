import { platformConfig } from '@/env';

/** Where to go after signing in: inside this app or the campaigns app, nowhere else. */
export function nextAddress(asked: string | undefined): string {
  const { portalAddress, campaignsAddress } = platformConfig();
  const home = new URL('/', portalAddress).href;
  if (!asked) return home;
  if (!URL.canParse(asked, portalAddress)) return home;
  const url = new URL(asked, portalAddress);
  const own = [portalAddress, campaignsAddress].map((address) => new URL(address).origin);
  return own.includes(url.origin) ? url.href : home;
}
