import { CLUSTERS, type Cluster } from '@ascent/schemas';
import {
  ClusterChip,
  CodeChip,
  EmptyState,
  formatDate,
  formatInteger,
  Panel,
  ScrollX,
  ShareBar,
  type ShareBarProps,
  Tag,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { codeOf } from '../account/code-of';
import type { ProductValidation } from './product-section';

type Windows = ProductValidation['windows'];
type Bought = Windows[number]['clusters'][number];
const TONES: Record<Cluster, ShareBarProps['tone']> = {
  'Act Now': 'act',
  Evaluate: 'eval',
  Nurture: 'nur',
  Educate: 'edu',
};

/** The share of each cluster, and of each code, that bought within so many days of being told so. */
export function OutcomesPanel({ windows, name }: { windows: Windows; name: string }) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  if (windows.length === 0)
    return (
      <Panel title={t('outcomes')} note={name}>
        <EmptyState title={t('noOutcomes')}>{t('noOutcomesText')}</EmptyState>
      </Panel>
    );
  const most = Math.max(...windows.flatMap(({ clusters }) => clusters.map(shareOf)), 0);
  return (
    <Panel
      title={t('outcomes')}
      note={name}
      end={windows.some((window) => !inOrder(window.clusters)) && <Tag tone="danger">{t('notInOrder')}</Tag>}
    >
      <ScrollX label={t('outcomes')}>
        <table className="tb free" aria-label={t('outcomes')}>
          <thead>
            <tr>
              <th scope="col">{t('cluster')}</th>
              {windows.map(({ days, release, asOf }) => (
                <th scope="col" key={days}>
                  {t('within', { days })}
                  <br />
                  <span className="muted">{t('ofRelease', { release, day: formatDate(asOf, locale) })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CLUSTERS.map((cluster) => (
              <tr key={cluster}>
                <th scope="row">
                  <ClusterChip cluster={cluster} locale={locale} />
                </th>
                {windows.map(({ days, clusters }) => (
                  <td key={days}>
                    <Share
                      bought={clusters.find((each) => each.name === cluster)}
                      most={most}
                      tone={TONES[cluster]}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <details className="rest">
        <summary>{t('byCode')}</summary>
        <CodeTable windows={windows} />
      </details>
    </Panel>
  );
}

function CodeTable({ windows }: { windows: Windows }) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  const codes = [...new Set(windows.flatMap(({ codes }) => codes.map((each) => each.name)))];
  const most = Math.max(...windows.flatMap((window) => window.codes.map(shareOf)), 0);
  return (
    <ScrollX label={t('byCode')}>
      <table className="tb free" aria-label={t('byCode')}>
        <thead>
          <tr>
            <th scope="col">{t('code')}</th>
            {windows.map(({ days }) => (
              <th scope="col" key={days}>
                {t('within', { days })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">
                <CodeChip code={codeOf(code)} locale={locale} />
              </th>
              {windows.map((window) => (
                <td key={window.days}>
                  <Share bought={window.codes.find((each) => each.name === code)} most={most} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function Share({
  bought,
  most,
  tone,
}: {
  bought: Bought | undefined;
  most: number;
  tone?: ShareBarProps['tone'];
}) {
  const t = useTranslations('validation');
  const locale = useAppLocale();
  if (!bought || bought.accounts === 0) return <span className="ns">{t('noAccounts')}</span>;
  return (
    <span className="grid gap-0.5">
      <ShareBar share={shareOf(bought)} most={most} tone={tone} locale={locale} />
      <span className="muted xs">
        {t('boughtOf', {
          bought: formatInteger(bought.bought, locale),
          accounts: formatInteger(bought.accounts, locale),
        })}
      </span>
    </span>
  );
}

function shareOf({ accounts, bought }: Bought): number {
  return accounts > 0 ? bought / accounts : 0;
}

/** Whether a better cluster never bought less than a worse one. */
function inOrder(clusters: Bought[]): boolean {
  const shares = CLUSTERS.flatMap((cluster) => {
    const found = clusters.find((each) => each.name === cluster);
    return found && found.accounts > 0 ? [shareOf(found)] : [];
  });
  return shares.every((share, at) => at === 0 || share <= shares[at - 1]!);
}
