import type { ModelDetail } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { formatDecimal, Panel, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from '../account/fact-list';

/** How many facts are told: those whose meaning moved most. */
const SHOWN = 5;

/** Columns that know too much, which half-life foretells best, and what facts have come to mean. */
export function FindingsPanel({ model }: { model: ModelDetail }) {
  return (
    <div className="grid gap-4">
      <LeakagePanel leakage={model.leakage} />
      <HalfLivesPanel alternatives={model.alternatives} />
      <ConceptsPanel concepts={model.concepts} />
    </div>
  );
}

function LeakagePanel({ leakage }: Pick<ModelDetail, 'leakage'>) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  return (
    <Panel title={t('leakage')} note={t('leakageNote')}>
      {leakage.length === 0 ? (
        <p className="in dim">{t('noLeakage')}</p>
      ) : (
        <ul className="moves">
          {leakage.map((finding) => (
            <li key={`${finding.column} ${finding.kind}`}>
              <span className="row">
                <b>{inLocale(finding.words, locale)}</b>
                <Tag tone={finding.blocked ? 'danger' : 'warn'}>
                  {t(finding.blocked ? 'blocked' : 'warned')}
                </Tag>
              </span>
              <span className="dim">
                {t(`leakageKinds.${finding.kind}`, { figure: formatDecimal(finding.figure, locale, 3) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function HalfLivesPanel({ alternatives }: Pick<ModelDetail, 'alternatives'>) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  return (
    <Panel title={t('halfLives')} note={t('halfLivesNote')}>
      {alternatives.length === 0 ? (
        <p className="in dim">{t('noHalfLives')}</p>
      ) : (
        <ul className="moves">
          {alternatives.map(({ chosen, tried }) => (
            <li key={chosen.en}>
              <b>{inLocale(chosen, locale)}</b>
              {tried.map(({ words, logLoss }) => (
                <span key={words.en} className="muted xs">
                  {`${inLocale(words, locale)}: ${formatDecimal(logLoss, locale, 4)}`}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ConceptsPanel({ concepts }: Pick<ModelDetail, 'concepts'>) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  const facts = concepts
    .slice(0, SHOWN)
    .map(({ words, z }): [string, string] => [inLocale(words, locale), formatDecimal(z, locale, 1)]);
  return (
    <Panel title={t('concepts')} note={t('conceptsNote')} padded>
      {facts.length === 0 ? <p className="dim">{t('notMeasured')}</p> : <FactList facts={facts} />}
    </Panel>
  );
}
