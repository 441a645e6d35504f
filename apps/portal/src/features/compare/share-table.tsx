import { Delta, Panel, ScrollX, ShareBar } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import type { Share } from './shares';

/** What part of the members, and of the rest, has each value; both bars are drawn to the same length. */
export function ShareTable({ title, shares, wordOf }: ShareTableProps) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const most = Math.max(0.0001, ...shares.flatMap(({ members, rest }) => [members, rest]));
  return (
    <Panel title={title}>
      <ScrollX label={title}>
        <table className="tb shares" aria-label={title}>
          <colgroup>
            <col />
            <col width={150} />
            <col width={150} />
            <col width={104} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('members')}</th>
              <th scope="col">{t('rest')}</th>
              <th scope="col" className="num">
                {t('difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ value, members, rest }) => (
              <tr key={value}>
                <th scope="row" className="ell" title={wordOf(value)}>
                  {wordOf(value)}
                </th>
                <td>
                  <ShareBar share={members} most={most} locale={locale} />
                </td>
                <td>
                  <ShareBar share={rest} most={most} locale={locale} />
                </td>
                <td className="num">
                  <Delta value={Math.round((members - rest) * 1000)} unit="deci" plain locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Panel>
  );
}

type ShareTableProps = {
  title: string;
  shares: Share[];
  /** A stored value as the reader's language says it. */
  wordOf: (value: string) => string;
};
