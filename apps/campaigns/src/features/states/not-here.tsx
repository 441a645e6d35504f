import { NotFoundPage } from '@ascent/ui';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';

export function NotHere() {
  return <NotFoundPage locale={useAppLocale()} Link={AppLink} />;
}
