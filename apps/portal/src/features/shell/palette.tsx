'use client';
import type { AccountLine } from '@ascent/api';
import type { NavGroup } from '@ascent/ui';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { trpc } from '@/client/trpc';

const WAIT_MS = 180;
const FOUND = 8;

/** Goes to a page by its name or to an account by its name or domain, typing errors forgiven. */
export default function Palette({ groups, withAccounts, onClose }: PaletteProps) {
  const t = useTranslations('palette');
  const router = useRouter();
  const [text, setText] = useState('');
  const { accounts, searching } = useAccounts(withAccounts ? text.trim() : '');
  const go = (href: string) => {
    onClose();
    if (/^https?:/.test(href)) window.location.assign(href);
    else router.push(href);
  };
  const wanted = text.trim().toLocaleLowerCase();
  const pages = groups
    .flatMap((group) => group.items)
    .filter((item) => item.label.toLocaleLowerCase().includes(wanted));
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t('title')}
      shouldFilter={false}
      className="palette"
      overlayClassName="scrim"
      contentClassName="palette-box"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={t(withAccounts ? 'placeholder' : 'pagesOnly')}
      />
      <Command.List>
        <Command.Empty>{searching ? t('searching') : t('nothing')}</Command.Empty>
        {pages.length > 0 && (
          <Command.Group heading={t('pages')}>
            {pages.map((item) => (
              <Command.Item key={item.href} value={item.href} onSelect={() => go(item.href)}>
                {item.icon}
                {item.label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {accounts.length > 0 && (
          <Command.Group heading={t('accounts')}>
            {accounts.map((account) => (
              <Command.Item
                key={account.accountId}
                value={account.accountId}
                onSelect={() => go(`/accounts/${account.accountId}`)}
              >
                <b className="ell">{account.name}</b>
                <span className="muted xs ell">{account.domain}</span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {withAccounts && text.trim() !== '' && (
          <Command.Item value="all" onSelect={() => go(`/accounts?q=${encodeURIComponent(text.trim())}`)}>
            {t('all', { text: text.trim() })}
          </Command.Item>
        )}
      </Command.List>
    </Command.Dialog>
  );
}

function useAccounts(text: string): { accounts: AccountLine[]; searching: boolean } {
  const [found, setFound] = useState<{ text: string; accounts: AccountLine[] }>({ text: '', accounts: [] });
  useEffect(() => {
    if (text.length < 2) return;
    let gone = false;
    const timer = setTimeout(() => {
      trpc.account.list
        .query({
          search: text.slice(0, 100),
          pageSize: FOUND,
          columns: ['AccountName'],
          sort: [{ column: 'AccountName' }],
        })
        .then(
          ({ rows }) => !gone && setFound({ text, accounts: rows }),
          () => !gone && setFound({ text, accounts: [] }),
        );
    }, WAIT_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text]);
  const isCurrent = found.text === text;
  return { accounts: text.length < 2 ? [] : found.accounts, searching: text.length >= 2 && !isCurrent };
}

type PaletteProps = { groups: NavGroup[]; withAccounts: boolean; onClose: () => void };
