import type { DriverLine, Evidence, ScoreAccount } from '@ascent/api';
import { inLocale, type Locale, type ReaderCatalogue } from '@ascent/schemas';
import { type DriverItem, DriverList, Panel, type ScoreKind, type SeenItem } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

/** How many drivers are told at once; the others open. */
const SHOWN = 5;

/** Every driver of a score in a sentence, with the signals behind it. */
export function DriversPanel({ kind, parts, catalogue }: DriversPanelProps) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  const seen = useSeen(catalogue, locale);
  const label = t(`inWords.${kind}`);
  const items = parts.drivers.map((driver) => itemOf(driver, locale, seen));
  if (items.length === 0) return null;
  const rest = items.slice(SHOWN);
  return (
    <Panel title={label} note={t('inWordsNote')}>
      <DriverList label={label} items={items.slice(0, SHOWN)} locale={locale} />
      {rest.length > 0 && (
        <details className="rest">
          <summary>{t('moreDrivers', { count: rest.length })}</summary>
          <DriverList label={t('moreDrivers', { count: rest.length })} items={rest} locale={locale} />
        </details>
      )}
    </Panel>
  );
}

type Seen = { label: (count: number) => string; item: (evidence: Evidence) => SeenItem };

function useSeen(catalogue: ReaderCatalogue, locale: Locale): Seen {
  const t = useTranslations('account');
  const topics = new Map(catalogue.topics.map((topic) => [topic.id, inLocale(topic.words, locale)]));
  return {
    label: (count) => t('signals', { count }),
    item: ({ id, day, kind, topic, strength, source, url }) => {
      const what = t.has(`signalKinds.${kind}`) ? t(`signalKinds.${kind}`) : kind;
      const about = topic === '' ? what : `${what}: ${topics.get(topic) ?? topic}`;
      return {
        id,
        date: day,
        what: t('signalOf', { about, strength }),
        source: source || (url ? new URL(url).hostname : ''),
        href: url ?? undefined,
      };
    },
  };
}

function itemOf({ facts, sentence, points, evidence }: DriverLine, locale: Locale, seen: Seen): DriverItem {
  return {
    id: facts.join(' '),
    sentence: inLocale(sentence, locale),
    points,
    evidence: evidence && { label: seen.label(evidence.length), items: evidence.map(seen.item) },
  };
}

type DriversPanelProps = { kind: ScoreKind; parts: ScoreAccount; catalogue: ReaderCatalogue };
