import {
  Calibration,
  type CalibrationProps,
  CalibrationTable,
  ChartPanel,
  EmptyState,
  formatDecimal,
  LiftBars,
  LiftTable,
  Panel,
} from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';

export function CalibrationPanel({ bins }: { bins: CalibrationProps['bins'] }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  const name = t('calibration');
  if (bins.length === 0) return <NotMeasured title={name} />;
  return (
    <ChartPanel
      title={name}
      name={name}
      foot={<span>{t('calibrationFoot')}</span>}
      chart={
        <div className="in">
          <Calibration name={name} bins={bins} locale={locale} />
        </div>
      }
      table={<CalibrationTable name={name} bins={bins} locale={locale} />}
      locale={locale}
    />
  );
}

export function LiftPanel({ lifts, highLevelLift }: { lifts: number[]; highLevelLift?: number | null }) {
  const t = useTranslations('models');
  const locale = useAppLocale();
  const name = t('deciles');
  if (lifts.length === 0) return <NotMeasured title={name} />;
  const high = typeof highLevelLift === 'number' ? formatDecimal(highLevelLift, locale, 2) : null;
  return (
    <ChartPanel
      title={name}
      name={name}
      foot={<span>{high === null ? t('decilesFoot') : t('highLiftIs', { lift: high })}</span>}
      chart={
        <div className="in">
          <LiftBars name={name} lifts={lifts} locale={locale} />
        </div>
      }
      table={<LiftTable name={name} lifts={lifts} locale={locale} />}
      locale={locale}
    />
  );
}

function NotMeasured({ title }: { title: string }) {
  const t = useTranslations('models');
  return (
    <Panel title={title}>
      <EmptyState title={t('notMeasured')}>{t('notMeasuredText')}</EmptyState>
    </Panel>
  );
}
