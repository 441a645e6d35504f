import { useTranslations } from 'next-intl';
import { LoadingTable } from '../states/loading-table';

export function AudiencesLoading() {
  const t = useTranslations('audience');
  const headers = [t('name'), t('clusters'), t('status'), t('accounts'), t('release')];
  return <LoadingTable title={t('title')} headers={headers} rows={6} />;
}
