import type { AccountDetail } from '@ascent/api';
import { Avatar, formatInteger, PageHeader, uiWords } from '@ascent/ui';
import { Building2, Globe, MapPin, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AccountActs } from './account-acts';
import { sizeWord } from './size-word';

export function AccountHeader({ accountId, profile }: Pick<AccountDetail, 'accountId' | 'profile'>) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const text = (name: string) => String(profile[name] ?? '');
  const place = [text('City'), text('State'), text('Country')].filter(Boolean).join(', ');
  const { OrgSize: employees } = profile;
  const size =
    employees === null || employees === undefined
      ? t('sizeUnknown')
      : t('employees', { count: Number(employees), text: formatInteger(Number(employees), locale) });
  return (
    <PageHeader
      title={text('AccountName')}
      mark={<Avatar name={text('AccountName')} size="l" />}
      acts={<AccountActs accountId={accountId} />}
    >
      <span className="facts">
        {text('Domain') && (
          <span>
            <Globe aria-hidden />
            {text('Domain')}
          </span>
        )}
        <span>
          <MapPin aria-hidden />
          {place || uiWords(locale).unknown}
        </span>
        {text('Industry') && (
          <span>
            <Building2 aria-hidden />
            {text('Industry')}
          </span>
        )}
        <span>
          <UsersRound aria-hidden />
          {size}
          {text('SMCTypeSummary') && `, ${sizeWord(text('SMCTypeSummary'), locale)}`}
        </span>
      </span>
    </PageHeader>
  );
}
