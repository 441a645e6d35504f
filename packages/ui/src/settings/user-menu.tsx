'use client';
import { Ellipsis } from 'lucide-react';
import type { LinkComponent } from '../link';
import { Menu, type MenuItem } from '../overlays/menu';
import { UserBlock } from '../shell/blocks';
import type { NavItem } from '../shell/nav-item';
import { uiWords } from '../words/words';
import { type Settings, useSettingsItems } from './use-settings-items';

/** The person, with settings and signing out behind. */
export function UserMenu({ name, role, settings, Link }: UserMenuProps) {
  const items = useSettingsItems(settings);
  return (
    <Menu trigger={<UserBlock name={name} role={role} chooses />} items={items} side="top" Link={Link} />
  );
}

/** On a phone: the other places and the same settings. */
export function MoreMenu({ places, settings, Link }: MoreMenuProps) {
  const links = places.map(({ href, label, icon }): MenuItem => ({ id: href, href, label, icon }));
  const line = links.length > 0 ? [{ id: 'line-0', kind: 'line' as const }] : [];
  const items = [...links, ...line, ...useSettingsItems(settings)];
  const trigger = (
    <button type="button">
      <Ellipsis aria-hidden />
      {uiWords(settings.locale).more}
    </button>
  );
  return <Menu trigger={trigger} items={items} side="top" align="end" Link={Link} />;
}

export type UserMenuProps = { name: string; role: string; settings: Settings; Link?: LinkComponent };
export type MoreMenuProps = { places: NavItem[]; settings: Settings; Link?: LinkComponent };
