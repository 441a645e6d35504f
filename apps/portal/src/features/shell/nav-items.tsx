import type { Actor } from '@ascent/api';
import type { NavGroup, NavItem } from '@ascent/ui';
import { CircleHelp, Download, Flag, House, Inbox, Mails, Send, Table2, Waypoints } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';

/** Where this reader may go. */
export async function navGroups(actor: Actor): Promise<NavGroup[]> {
  const t = await getTranslations('nav');
  const { campaignsAddress, localMailbox } = platformConfig();
  const data: NavItem[] = [
    { href: '/', label: t('overview'), icon: <House aria-hidden />, exact: true },
    { href: '/accounts', label: t('accounts'), icon: <Table2 aria-hidden /> },
    { href: '/downloads', label: t('downloads'), icon: <Download aria-hidden /> },
  ];
  const work: NavItem[] = [{ href: campaignsAddress, label: t('campaigns'), icon: <Send aria-hidden /> }];
  const support: NavItem[] = [{ href: '/help', label: t('help'), icon: <CircleHelp aria-hidden /> }];
  if (localMailbox) support.push({ href: '/mailbox', label: t('mailbox'), icon: <Mails aria-hidden /> });
  if (actor.kind === 'host') {
    const queue = { href: '/admin/support', label: t('queue'), icon: <Inbox aria-hidden /> };
    const month: NavItem[] = [
      { href: '/admin/releases', label: t('releases'), icon: <Flag aria-hidden /> },
      { href: '/admin/models', label: t('models'), icon: <Waypoints aria-hidden /> },
    ];
    return [
      { id: 'host', items: [queue] },
      { id: 'month', label: t('month'), items: month },
      { id: 'support', label: t('support'), items: support },
    ];
  }
  return [
    { id: 'data', items: data },
    { id: 'work', label: t('work'), items: work },
    { id: 'support', label: t('support'), items: support },
  ];
}
