import type { ModelDetail } from '@ascent/api';
import { formatDecimal, formatScore, Panel } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { FactList } from '../account/fact-list';

/** What a point and a level mean. */
export function ScalePanel({ model: { scale } }: { model: ModelDetail }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  if (!scale)
    return (
      <Panel title={t('scale')} padded>
        <p className="dim">{t('noScore')}</p>
      </Panel>
    );
  const { high, medium, low } = scale.levelCuts;
  const logit = (value: number) => formatDecimal(value, locale, 2);
  return (
    <Panel title={t('scale')} padded>
      <FactList
        facts={[
          [t('base'), formatScore(scale.base, locale)],
          [t('anchor30'), t('logOdds', { value: logit(scale.anchors.p35) })],
          [t('anchor75'), t('logOdds', { value: logit(scale.anchors.p90) })],
          [t('perLogit'), formatDecimal(scale.anchors.deciPerLogit / 10, locale, 1)],
          [t('cuts'), [high, medium, low].map((cut) => formatScore(cut, locale)).join('; ')],
          [
            t('binning'),
            <span key="b" className="mono xs">
              {scale.binning}
            </span>,
          ],
          [t('seed'), String(scale.seed)],
        ]}
      />
    </Panel>
  );
}
