import type { AccountDetail } from '@ascent/api';
import { formatDate, formatInteger, Panel, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from './fact-list';
import { sizeWord } from './size-word';

/** What is known of the account; what is not known is said. */
export function ProfilePanel({ profile, asOf }: { profile: AccountDetail['profile']; asOf: string }) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const text = (name: string, value: string | number | null) => {
    if (value === null || value === '') {
      return (
        <span className="ns" key={name}>
          {words.unknown}
        </span>
      );
    }
    if (name === 'SMCTypeSummary') return sizeWord(String(value), locale);
    if (name === 'IsNonprofit' && value === 'Yes') return words.answers.yes;
    if (name === 'IsNonprofit' && value === 'No') return words.answers.no;
    return typeof value === 'number' ? formatInteger(value, locale) : value;
  };
  return (
    <Panel title={t('profile')} note={t('asOf', { day: formatDate(asOf, locale) })} padded>
      <FactList
        facts={Object.entries(profile).map(([name, value]) => [t(`facts.${name}`), text(name, value)])}
      />
      <p className="hint mt-3">{t('profileSource')}</p>
    </Panel>
  );
}
