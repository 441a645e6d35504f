import type { AccountDetail } from '@ascent/api';
import { formatInteger, Panel, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from './fact-list';
import { sizeWord } from './size-word';

/** What is known of the account; what is not known is said. */
export function ProfilePanel({ profile }: { profile: AccountDetail['profile'] }) {
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
    <Panel title={t('profile')} padded>
      <FactList
        facts={Object.entries(profile).map(([name, value]) => [t(`facts.${name}`), text(name, value)])}
      />
    </Panel>
  );
}
