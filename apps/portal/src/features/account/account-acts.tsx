'use client';
import { Button, LinkButton } from '@ascent/ui';
import { GitCompareArrows, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../shell/app-link';

export function AccountActs({ accountId }: { accountId: string }) {
  const t = useTranslations('account');
  return (
    <>
      <LinkButton
        href={`/compare/accounts?a=${encodeURIComponent(accountId)}`}
        icon={<GitCompareArrows aria-hidden />}
        Link={AppLink}
      >
        {t('compare')}
      </LinkButton>
      <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  );
}
