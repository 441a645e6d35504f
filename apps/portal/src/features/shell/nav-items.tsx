import type { Actor } from '@ascent/api';
import type { NavGroup, NavItem } from '@ascent/ui';
import {
  Building2,
  CalendarClock,
  CircleHelp,
  Download,
  Flag,
  GitCompareArrows,
  Grid2x2,
  House,
  Inbox,
  KeyRound,
  LogIn,
  Mails,
  MessageSquareWarning,
  ScrollText,
  Send,
  ShieldCheck,
  SlidersHorizontal,
  Table2,
  Users,
  Waypoints,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { platformConfig } from '@/env';

/** Where this reader may go. */
export async function navGroups(actor: Actor): Promise<NavGroup[]> {
  const t = await getTranslations('nav');
  const { campaignsAddress, localMailbox } = platformConfig();
  const data: NavItem[] = [
    { href: '/', label: t('overview'), icon: <House aria-hidden />, exact: true },
    { href: '/accounts', label: t('accounts'), icon: <Table2 aria-hidden /> },
    { href: '/matrix', label: t('matrix'), icon: <Grid2x2 aria-hidden /> },
    { href: '/renewals', label: t('renewals'), icon: <CalendarClock aria-hidden /> },
    { href: '/compare', label: t('compare'), icon: <GitCompareArrows aria-hidden /> },
    { href: '/downloads', label: t('downloads'), icon: <Download aria-hidden /> },
  ];
  const work: NavItem[] = [{ href: campaignsAddress, label: t('campaigns'), icon: <Send aria-hidden /> }];
  const support: NavItem[] = [{ href: '/help', label: t('help'), icon: <CircleHelp aria-hidden /> }];
  if (localMailbox) support.push({ href: '/mailbox', label: t('mailbox'), icon: <Mails aria-hidden /> });
  const you: NavItem[] = [
    { href: '/settings/preferences', label: t('preferences'), icon: <SlidersHorizontal aria-hidden /> },
    { href: '/settings/security', label: t('security'), icon: <ShieldCheck aria-hidden /> },
  ];
  if (actor.kind === 'host') {
    const queue = { href: '/admin/support', label: t('queue'), icon: <Inbox aria-hidden /> };
    const corrections = {
      href: '/admin/feedback',
      label: t('corrections'),
      icon: <MessageSquareWarning aria-hidden />,
    };
    const organisations = {
      href: '/admin/organisations',
      label: t('organisations'),
      icon: <Building2 aria-hidden />,
    };
    const month: NavItem[] = [
      { href: '/admin/releases', label: t('releases'), icon: <Flag aria-hidden /> },
      { href: '/admin/models', label: t('models'), icon: <Waypoints aria-hidden /> },
    ];
    return [
      { id: 'host', items: [queue, corrections, organisations] },
      { id: 'month', label: t('month'), items: month },
      { id: 'you', label: t('you'), items: you },
      { id: 'support', label: t('support'), items: support },
    ];
  }
  const administration: NavItem[] = [
    { href: '/settings/people', label: t('people'), icon: <Users aria-hidden /> },
    { href: '/settings/organisation', label: t('organisation'), icon: <Building2 aria-hidden /> },
    { href: '/settings/sign-on', label: t('signOn'), icon: <LogIn aria-hidden /> },
    { href: '/settings/keys', label: t('keys'), icon: <KeyRound aria-hidden /> },
    { href: '/settings/audit', label: t('audit'), icon: <ScrollText aria-hidden /> },
  ];
  return [
    { id: 'data', items: data },
    { id: 'work', label: t('work'), items: work },
    ...(actor.isAdmin ? [{ id: 'administration', label: t('administration'), items: administration }] : []),
    { id: 'you', label: t('you'), items: you },
    { id: 'support', label: t('support'), items: support },
  ];
}
