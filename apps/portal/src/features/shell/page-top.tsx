import { TopBar, type TopBarProps } from '@ascent/ui';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from './app-link';

/** Where the reader is, and as of when the numbers below are. */
export function PageTop(props: Omit<TopBarProps, 'locale' | 'Link'>) {
  return <TopBar {...props} locale={useAppLocale()} Link={AppLink} />;
}
