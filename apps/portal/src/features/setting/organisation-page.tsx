import type { OrganisationSettings } from '@ascent/api';
import { Page } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { OrganisationForm } from './organisation-form';

export function OrganisationPage({ settings, name }: { settings: OrganisationSettings; name: string }) {
  const t = useTranslations('settings');
  return (
    <>
      <PageTop crumbs={[{ label: t('organisation') }]} heading />
      <Page>
        <OrganisationForm settings={settings} name={name} />
      </Page>
    </>
  );
}
