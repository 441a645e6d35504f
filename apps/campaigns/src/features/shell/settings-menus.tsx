'use client';
import { MoreMenu, type NavItem, type Settings, type Theme, UserMenu } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

type Choices = { theme: Theme; signInAddress: string };

export function Person({ name, role, ...choices }: Choices & { name: string; role: string }) {
  return <UserMenu name={name} role={role} settings={useSettings(choices)} Link={AppLink} />;
}

export function OtherPlaces({ places, ...choices }: Choices & { places: NavItem[] }) {
  return <MoreMenu places={places} settings={useSettings(choices)} Link={AppLink} />;
}

function useSettings({ theme, signInAddress }: Choices): Settings {
  const router = useRouter();
  return {
    initialTheme: theme,
    locale: useAppLocale(),
    onLocale: router.refresh,
    onSignOut: () => signOut(signInAddress),
  };
}

async function signOut(signInAddress: string) {
  const headers = { 'Content-Type': 'application/json' };
  await fetch('/api/auth/sign-out', { method: 'POST', headers, body: '{}' }).catch(() => undefined);
  window.location.assign(signInAddress);
}
