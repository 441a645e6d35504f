import { useTranslations } from 'next-intl';
import { PanelsLoading } from '@/features/states/panels-loading';

export default function Loading() {
  return <PanelsLoading title={useTranslations('nav')('renewals')} />;
}
