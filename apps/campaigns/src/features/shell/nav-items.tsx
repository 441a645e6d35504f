import type { Actor } from '@ascent/api';
import type { NavGroup } from '@ascent/ui';
import { Blend, CircleHelp, House, UsersRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { portalAddress } from '@/server/portal-address';

/** This app's places, and the way back to the portal. */
export async function navGroups(actor: Actor): Promise<NavGroup[]> {
  const t = await getTranslations('nav');
  const places = [
    { href: '/', label: t('cohorts'), icon: <Blend aria-hidden />, exact: true },
    { href: '/audiences', label: t('audiences'), icon: <UsersRound aria-hidden /> },
  ];
  const portal = [
    { href: portalAddress(), label: t('portal'), icon: <House aria-hidden /> },
    { href: portalAddress('/help'), label: t('help'), icon: <CircleHelp aria-hidden /> },
  ];
  const groups = [{ id: 'portal', label: t('portalGroup'), items: portal }];
  return actor.kind === 'host' ? groups : [{ id: 'campaigns', items: places }, ...groups];
}
