import type { Belongings } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { formatDate, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from './fact-list';
import { factValue } from './fact-value';

/** Technologies seen, or what it owns, as the release knew it. */
export function OwnedPanel({ kind, facts, asOf }: OwnedPanelProps) {
  const t = useTranslations('belongings');
  const locale = useAppLocale();
  // A rank orders suites among themselves; as a number it tells a reader nothing.
  const told = facts.filter(({ unit }) => unit !== 'rank');
  return (
    <Panel title={t(`${kind}.title`)} note={t('asOf', { day: formatDate(asOf, locale) })} padded>
      {told.length === 0 ? (
        <p className="ns">{t(`${kind}.none`)}</p>
      ) : (
        <FactList
          facts={told.map(({ words, unit, value }) => [
            inLocale(words, locale),
            factValue(value, unit, locale),
          ])}
        />
      )}
      <p className="hint mt-3">{t(`${kind}.source`)}</p>
    </Panel>
  );
}

type OwnedPanelProps = {
  kind: 'technologies' | 'installBase';
  facts: Belongings['technologies'];
  asOf: string;
};
