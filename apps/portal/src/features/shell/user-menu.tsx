'use client';
import { Menu, type MenuItem, type NavItem, type Theme, UserBlock } from '@ascent/ui';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from './app-link';
import { useSettingsItems } from './use-settings-items';

export function UserMenu({ name, role, theme }: { name: string; role: string; theme: Theme }) {
  const items = useSettingsItems(theme);
  return (
    <Menu trigger={<UserBlock name={name} role={role} chooses />} items={items} side="top" Link={AppLink} />
  );
}

/** On a phone: the other places and the same settings. */
export function MoreMenu({ places, theme }: { places: NavItem[]; theme: Theme }) {
  const t = useTranslations('nav');
  const links = places.map(({ href, label, icon }): MenuItem => ({ id: href, href, label, icon }));
  const items = [...links, { id: 'line-0', kind: 'line' as const }, ...useSettingsItems(theme)];
  const trigger = (
    <button type="button">
      <Ellipsis aria-hidden />
      {t('more')}
    </button>
  );
  return <Menu trigger={trigger} items={items} side="top" align="end" Link={AppLink} />;
}
