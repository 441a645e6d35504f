import type { ReleaseSide } from '@ascent/api';
import { CLUSTERS, inLocale, type Locale, type ReaderCatalogue, SEGMENT_CODES } from '@ascent/schemas';
import { CodeChip, Panel, ScrollX, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { WasNow } from './was-now';

export type Group = 'clusters' | 'scores' | 'codes';
type Product = ReleaseSide['products'][number];
/** `good`: more of it is better, so its direction has a colour. */
type Part = {
  id: string;
  head: ReactNode;
  unit: 'count' | 'deci';
  good?: boolean;
  of: (product: Product) => number | null;
};

/** By product: what it was, what it is, and the difference with its sign. */
export function ReleaseTable({ group, a, b, catalogue }: ReleaseTableProps) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const parts = PARTS[group](locale);
  const before = new Map(a.products.map((product) => [product.product, product]));
  return (
    <Panel title={t(`groups.${group}`)} note={t(group === 'codes' ? 'differenceBelow' : 'wasBelow')}>
      <ScrollX label={t(`groups.${group}`)}>
        <table className="tb free wasnow" aria-label={t(`groups.${group}`)}>
          <thead>
            <tr>
              <th scope="col">{uiWords(locale).product}</th>
              {parts.map(({ id, head }) => (
                <th key={id} scope="col" className="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {b.products.map((now) => {
              const was = before.get(now.product);
              return (
                <tr key={now.product}>
                  <th scope="row">{nameOf(now.product, catalogue, locale)}</th>
                  {parts.map(({ id, unit, good, of }) => (
                    <td key={id} className="num">
                      <WasNow
                        was={was ? of(was) : null}
                        now={of(now)}
                        unit={unit}
                        plain={!good}
                        isNew={!was}
                        short={group === 'codes'}
                        locale={locale}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </Panel>
  );
}

const PARTS: Record<Group, (locale: Locale) => Part[]> = {
  clusters: (locale) =>
    [...CLUSTERS, ''].map((cluster) => ({
      id: cluster,
      head: cluster === '' ? uiWords(locale).notScored : wordOf(cluster, locale),
      unit: 'count',
      good: cluster === 'Act Now',
      of: ({ clusters }) => clusters.find((each) => each.cluster === cluster)?.n ?? 0,
    })),
  scores: (locale) => {
    const { scores } = uiWords(locale);
    return [
      { id: 'fit', head: scores.fit, unit: 'deci', good: true, of: ({ fitMedian }) => fitMedian },
      {
        ...{ id: 'intent', head: scores.intent, unit: 'deci', good: true },
        of: ({ intentMedian }: Product) => intentMedian,
      },
    ];
  },
  codes: (locale) =>
    SEGMENT_CODES.map((code) => ({
      id: code,
      head: <CodeChip code={code} locale={locale} />,
      unit: 'count',
      of: ({ codes }) => codes.find((each) => each.code === code)?.n ?? 0,
    })),
};

function wordOf(cluster: string, locale: Locale): string {
  const names: Record<string, string> = uiWords(locale).clusters;
  return names[cluster] ?? cluster;
}

/** A product that the catalogue no longer has is called what it was. */
function nameOf(id: string, catalogue: ReaderCatalogue, locale: Locale): string {
  const product = catalogue.products.find((each) => each.id === id);
  return product ? inLocale(product.words, locale) : id;
}

type ReleaseTableProps = { group: Group; a: ReleaseSide; b: ReleaseSide; catalogue: ReaderCatalogue };
