import { EmptyState, LinkButton, Page } from '@ascent/ui';
import { Store } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { portalAddress } from '@/server/portal-address';
import { PageTop } from './page-top';

/** Host staff have no accounts of their own to plan for. */
export function PartnersOnly() {
  const t = useTranslations('partnersOnly');
  const nav = useTranslations('nav');
  return (
    <>
      <PageTop crumbs={[{ label: nav('app') }]} heading />
      <Page>
        <EmptyState
          icon={<Store aria-hidden />}
          title={t('title')}
          level={2}
          actions={<LinkButton href={portalAddress()}>{t('toPortal')}</LinkButton>}
        >
          {t('text')}
        </EmptyState>
      </Page>
    </>
  );
}
