import type { Actor } from '@ascent/api';
import type { Theme } from '@ascent/ui';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requireActor } from '@/server/reader';
import { AppShell } from './app-shell';
import { navGroups, splitForPhone } from './nav-items';
import { MoreMenu, UserMenu } from './user-menu';

export async function SignedInShell({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const t = await getTranslations('nav');
  const groups = await navGroups(actor);
  const { bottom, others } = splitForPhone(groups);
  const theme = themeOf((await cookies()).get('ascent-theme')?.value);
  return (
    <AppShell
      organisation={actor.partnerName}
      detail={actor.partnerId}
      groups={groups}
      bottom={bottom}
      bottomMore={<MoreMenu places={others} theme={theme} />}
      user={<UserMenu name={actor.name} role={t(`roles.${roleOf(actor)}`)} theme={theme} />}
    >
      {children}
    </AppShell>
  );
}

function roleOf(actor: Actor): 'host' | 'executive' | 'viewer' {
  if (actor.kind === 'host') return 'host';
  return actor.seesSensitive ? 'executive' : 'viewer';
}

function themeOf(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
