'use client';
import { FindButton, type NavGroup } from '@ascent/ui';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '@/client/use-keys';

// Neither is part of a page's first load.
const Palette = dynamic(() => import('./palette'), { ssr: false });
const KeyHelp = dynamic(() => import('./key-help'), { ssr: false });

/** Where `G` and a letter lead. */
const PLACES: Record<string, string> = {
  'g o': '/',
  'g a': '/accounts',
  'g m': '/matrix',
  'g d': '/downloads',
  'g r': '/renewals',
};

/** The palette behind its button and Ctrl K, the keys that lead to pages, and the help on keys behind `?`. */
export function Find({ groups, withAccounts }: { groups: NavGroup[]; withAccounts: boolean }) {
  const t = useTranslations('palette');
  const router = useRouter();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const places = withAccounts
    ? Object.fromEntries(Object.entries(PLACES).map(([keys, href]) => [keys, () => router.push(href)]))
    : {};
  useKeys({
    ...places,
    'ctrl+k': () => setOpen('palette'),
    'shift+?': () => setOpen('keys'),
    '?': () => setOpen('keys'),
    '/': () => focusSearch() || setOpen('palette'),
  });
  const close = () => setOpen(null);
  return (
    <>
      <FindButton label={t('button')} keys="Ctrl K" onClick={() => setOpen('palette')} />
      {open === 'palette' && <Palette groups={groups} withAccounts={withAccounts} onClose={close} />}
      {open === 'keys' && <KeyHelp onClose={close} />}
    </>
  );
}

/** The page's own search, where it has one. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  field?.focus();
  return field !== null;
}
