import type { Actor } from '@ascent/api';
import { OrgBlock, readTheme, splitForPhone, THEME_COOKIE } from '@ascent/ui';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signInAddress } from '@/server/portal-address';
import { currentRelease, requireActor } from '@/server/reader';
import { AppShell } from './app-shell';
import { navGroups } from './nav-items';
import { NewerRelease } from './newer-release';
import { PartnersOnly } from './partners-only';
import { OtherPlaces, Person } from './settings-menus';

export async function SignedInShell({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const t = await getTranslations('nav');
  const [groups, release] = await Promise.all([navGroups(actor), currentRelease()]);
  const { bottom, others } = splitForPhone(groups);
  const choices = {
    theme: readTheme((await cookies()).get(THEME_COOKIE)?.value),
    signInAddress: signInAddress('/'),
  };
  return (
    <AppShell
      org={<OrgBlock name={actor.partnerName} detail={`${t('app')} · ${actor.partnerId}`} />}
      groups={groups}
      bottom={bottom}
      bottomMore={<OtherPlaces places={others} {...choices} />}
      user={<Person name={actor.name} role={t(`roles.${roleOf(actor)}`)} {...choices} />}
    >
      <NewerRelease shown={release?.id ?? null} />
      {actor.kind === 'host' ? <PartnersOnly /> : children}
    </AppShell>
  );
}

function roleOf(actor: Actor): 'host' | 'manager' | 'viewer' {
  if (actor.kind === 'host') return 'host';
  return actor.runsCampaigns ? 'manager' : 'viewer';
}
