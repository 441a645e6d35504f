import type { Actor } from '@ascent/api';
import { OrgBlock, readTheme, splitForPhone, THEME_COOKIE } from '@ascent/ui';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requireActor } from '@/server/reader';
import { AppShell } from './app-shell';
import { navGroups } from './nav-items';
import { OtherPlaces, Person } from './settings-menus';

export async function SignedInShell({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const t = await getTranslations('nav');
  const groups = await navGroups(actor);
  const { bottom, others } = splitForPhone(groups);
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell
      org={<OrgBlock name={actor.partnerName} detail={actor.partnerId} />}
      groups={groups}
      bottom={bottom}
      bottomMore={<OtherPlaces places={others} theme={theme} />}
      user={<Person name={actor.name} role={t(`roles.${roleOf(actor)}`)} theme={theme} />}
    >
      {children}
    </AppShell>
  );
}

function roleOf(actor: Actor): 'host' | 'executive' | 'viewer' {
  if (actor.kind === 'host') return 'host';
  return actor.seesSensitive ? 'executive' : 'viewer';
}
