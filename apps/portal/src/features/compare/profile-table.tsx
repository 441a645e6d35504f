import type { AccountDetail } from '@ascent/api';
import { formatInteger, Panel, ScrollX } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { subjectValue } from '../feedback/subject';

/** Never the same for two accounts, so a difference says nothing. */
const OWN = new Set(['AccountName', 'CustomerID', 'DUNSNumber', 'Domain']);

/** Who both are; a row in which they differ says so. */
export function ProfileTable({ a, b }: { a: AccountDetail; b: AccountDetail }) {
  const t = useTranslations('compare');
  const facts = useTranslations('account.facts');
  const locale = useAppLocale();
  const value = (id: string, of: string | number | null | undefined) =>
    typeof of === 'number' ? formatInteger(of, locale) : subjectValue(id, of ?? '', locale);
  const names = Object.keys(a.profile);
  const differs = (id: string) => !OWN.has(id) && a.profile[id] !== b.profile[id];
  const count = names.filter(differs).length;
  return (
    <Panel title={t('profile')} note={t('differences', { count })}>
      <ScrollX label={t('profile')}>
        <table className="tb free" aria-label={t('profile')}>
          <thead>
            <tr>
              <th scope="col">{t('fact')}</th>
              {[a, b].map(({ accountId, profile }) => (
                <th key={accountId} scope="col">
                  {String(profile.AccountName ?? '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((id) => (
              <tr key={id} className={differs(id) ? 'differs' : undefined}>
                <th scope="row">
                  {facts(id)} {differs(id) && <span className="muted xs nowrap">≠ {t('differs')}</span>}
                </th>
                {[a, b].map(({ accountId, profile }) => (
                  <td key={accountId}>{value(id, profile[id])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Panel>
  );
}
