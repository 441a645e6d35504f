import type { Belongings } from '@ascent/api';
import { inLocale, type ReaderCatalogue } from '@ascent/schemas';
import { EmptyState, type LinkProps, Panel, type SignalItem, SignalTimeline } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** How many signals stand there at once; the others open. */
const SHOWN = 8;

/** What was seen of the account before the intent cut-off, newest first, each with where it was seen. */
export function SignalPanel({ signals, catalogue }: SignalPanelProps) {
  const t = useTranslations('belongings');
  const kinds = useTranslations('account');
  const locale = useAppLocale();
  const topics = new Map(catalogue.topics.map(({ id, words }) => [id, inLocale(words, locale)]));
  const items = signals.map(({ id, kind, topic, day, strength, source, url }): SignalItem => {
    const what = kinds.has(`signalKinds.${kind}`) ? kinds(`signalKinds.${kind}`) : kind;
    const label = source || (url ? new URL(url).hostname : t('noSource'));
    return {
      id,
      date: day,
      title: topic === '' ? what : `${what}: ${topics.get(topic) ?? topic}`,
      source: { label, ...(url ? { href: url } : {}) },
      note: t('strength', { strength }),
    };
  });
  const rest = items.slice(SHOWN);
  return (
    <Panel title={t('signals')} note={t('signalCount', { count: items.length })}>
      {items.length === 0 && <EmptyState title={t('noSignals')}>{t('noSignalsText')}</EmptyState>}
      <ByYear items={items.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t('moreSignals', { count: rest.length })}</summary>
          <ByYear items={rest} />
        </details>
      )}
    </Panel>
  );
}

/** The days stand without their year, so a heading says it. */
function ByYear({ items }: { items: SignalItem[] }) {
  const locale = useAppLocale();
  const years = [...new Set(items.map(({ date }) => date.slice(0, 4)))];
  return years.map((year) => (
    <div key={year}>
      <h3 className="muted xs px-3.5 pt-2">{year}</h3>
      <SignalTimeline
        items={items.filter(({ date }) => date.startsWith(year))}
        locale={locale}
        Link={OutsideLink}
      />
    </div>
  ));
}

/** Where a feed's address leads is not ours: it opens apart and learns nothing of us. */
function OutsideLink(props: LinkProps) {
  return <a {...props} target="_blank" rel="noopener noreferrer nofollow" />;
}

type SignalPanelProps = { signals: Belongings['signals']; catalogue: ReaderCatalogue };
