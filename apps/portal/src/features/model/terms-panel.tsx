import type { ModelDetail, TermLine } from '@ascent/api';
import { inLocale, type Locale } from '@ascent/schemas';
import {
  AsTable,
  CategoryBars,
  Curve,
  CurveTable,
  EmptyState,
  formatDecimal,
  formatPercent,
  HeatMap,
  Panel,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** How many terms stand open; the others open. */
const SHOWN = 8;

/** What each term adds where, strongest first, with its share of all points. */
export function TermsPanel({ terms }: { terms: ModelDetail['terms'] }) {
  const t = useTranslations('models');
  const total = terms.reduce((sum, term) => sum + term.importance, 0);
  const [open, rest] = [terms.slice(0, SHOWN), terms.slice(SHOWN)];
  return (
    <Panel title={t('terms')} note={t('termsNote')}>
      {terms.length === 0 ? (
        <EmptyState title={t('noTerms')}>{t('notMeasuredText')}</EmptyState>
      ) : (
        <Shapes terms={open} total={total} />
      )}
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t('moreTerms', { count: rest.length })}</summary>
          <Shapes terms={rest} total={total} />
        </details>
      )}
    </Panel>
  );
}

function Shapes({ terms, total }: { terms: TermLine[]; total: number }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  return (
    <ul className="shapes">
      {terms.map((term) => {
        const name = inLocale(term.names, locale);
        const share = formatPercent(total > 0 ? term.importance / total : 0, locale);
        return (
          <li key={name} className={(term.shape?.facts.length ?? 1) > 1 ? 'wide' : undefined}>
            <p className="hd">
              <b>{name}</b>
              <span>{t('importance', { points: formatDecimal(term.importance, locale, 1), share })}</span>
            </p>
            {term.shape ? (
              <Shape shape={term.shape} name={name} locale={locale} />
            ) : (
              <p className="muted xs">{t('noShape')}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Shape({
  shape,
  name,
  locale,
}: {
  shape: NonNullable<TermLine['shape']>;
  name: string;
  locale: Locale;
}) {
  const axes = shape.axes.map((axis) => axis.map((label) => inLocale(label, locale)));
  const [first = [], second = [], third = []] = axes;
  if (axes.length === 1) {
    const given = { name, labels: first, points: shape.points, locale };
    return (
      <AsTable
        name={name}
        chart={shape.kinds[0] === 'number' ? <Curve {...given} /> : <CategoryBars {...given} />}
        table={<CurveTable {...given} />}
        locale={locale}
      />
    );
  }
  if (axes.length === 2)
    return <HeatMap name={name} rows={first} columns={second} points={shape.points} locale={locale} />;
  const size = second.length * third.length;
  return first.map((label, at) => (
    <div key={label} className="grid gap-1">
      <p className="xs muted">{`${inLocale(shape.words[0]!, locale)}: ${label}`}</p>
      <HeatMap
        name={`${name}, ${label}`}
        rows={second}
        columns={third}
        points={shape.points.slice(at * size, (at + 1) * size)}
        locale={locale}
      />
    </div>
  ));
}
