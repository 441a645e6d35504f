import type { Actor } from '@ascent/api';
import { readTheme, splitForPhone, THEME_COOKIE, Toaster } from '@ascent/ui';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { caller, currentRelease, requireActor } from '@/server/reader';
import { AppShell } from './app-shell';
import { Bell } from './bell';
import { Find } from './find';
import { navGroups } from './nav-items';
import { NewerRelease } from './newer-release';
import { OrgMenu } from './org-menu';
import { OtherPlaces, Person } from './settings-menus';
import { Tour } from './tour';

export async function SignedInShell({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const calls = await caller();
  const t = await getTranslations('nav');
  const words = await getTranslations('palette');
  const [groups, choices, notifications, preferences, settings, release] = await Promise.all([
    navGroups(actor),
    calls.session.organisations(),
    calls.notification.list(),
    calls.preference.get(),
    calls.setting.get(),
    currentRelease(),
  ]);
  const { bottom, others } = splitForPhone(groups);
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const isPartner = actor.kind === 'partner';
  const organisation = { id: actor.partnerId, name: actor.partnerName, logo: settings.logo ?? undefined };
  return (
    <AppShell
      org={<OrgMenu current={organisation} choices={choices} />}
      search={
        <>
          <Find groups={groups} withAccounts={isPartner} />
          {isPartner && <Bell {...notifications} />}
        </>
      }
      groups={groups}
      bottom={bottom}
      bottomMore={<OtherPlaces places={others} theme={theme} />}
      user={<Person name={actor.name} role={t(`roles.${roleOf(actor)}`)} theme={theme} />}
    >
      {actor.via && (
        <div className="stale" role="status">
          {words('through', { name: actor.partnerName, via: actor.via.name })}
        </div>
      )}
      <NewerRelease shown={release?.id ?? null} />
      {children}
      {isPartner && !actor.via && !preferences.tourDone && <Tour />}
      <Toaster label={words('messages')} close={words('close')} />
    </AppShell>
  );
}

function roleOf(actor: Actor): 'host' | 'executive' | 'viewer' | 'distributor' | 'admin' {
  if (actor.kind === 'host') return 'host';
  if (actor.via) return 'distributor';
  if (actor.locations !== '*' && actor.locations.length === 0 && actor.isAdmin) return 'admin';
  return actor.seesSensitive ? 'executive' : 'viewer';
}
