import type { Preferences } from '@ascent/api';
import { Page } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { PageTop } from '../shell/page-top';
import { PreferencesForm } from './preferences-form';

export function PreferencesPage({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('settings');
  return (
    <>
      <PageTop crumbs={[{ label: t('preferences') }]} heading />
      <Page>
        <PreferencesForm preferences={preferences} />
      </Page>
    </>
  );
}
