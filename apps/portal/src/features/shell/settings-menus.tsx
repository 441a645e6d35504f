'use client';
import { MoreMenu, type NavItem, type Settings, type Theme, UserMenu } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useAppLocale } from '@/i18n/use-app-locale';
import { authRequest } from '../sign-in/auth-request';
import { AppLink } from './app-link';

export function Person({ name, role, theme }: { name: string; role: string; theme: Theme }) {
  return <UserMenu name={name} role={role} settings={useSettings(theme)} Link={AppLink} />;
}

export function OtherPlaces({ places, theme }: { places: NavItem[]; theme: Theme }) {
  return <MoreMenu places={places} settings={useSettings(theme)} Link={AppLink} />;
}

function useSettings(initialTheme: Theme): Settings {
  const router = useRouter();
  return { initialTheme, locale: useAppLocale(), onLocale: router.refresh, onSignOut: signOut };
}

async function signOut() {
  await authRequest('sign-out', {});
  // A full load: nothing of the signed-in pages stays in the router's cache.
  window.location.assign('/sign-in');
}
