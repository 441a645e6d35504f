import type { ModelDetail } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { Columns, formatPeriod, Note, Page, PageHeader, Tag } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { PageTop } from '../shell/page-top';
import { AboutPanel } from './about-panel';
import { CalibrationPanel, LiftPanel } from './curve-panels';
import { FindingsPanel } from './findings-panel';
import { LimitsPanel } from './limits-panel';
import { MeasuresPanel } from './measures-panel';
import { DECISION_TONE, useModelWords } from './model-words';
import { ScalePanel } from './scale-panel';
import { TermsPanel } from './terms-panel';

/** A model's card: what it says, on what, how well, and where it ends. */
export function ModelPage({ model }: { model: ModelDetail }) {
  const t = useTranslations('models');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const words = useModelWords(locale);
  const { card } = model;
  const name = words.name(model.productWords, model.kind);
  const refused = card.decision === 'refused';
  return (
    <>
      <PageTop
        crumbs={[
          { label: nav('models'), href: '/admin/models' },
          { label: `${name}, ${formatPeriod(model.period, locale)}` },
        ]}
      />
      <Page>
        <PageHeader
          title={name}
          tag={
            <span className="flex flex-wrap gap-1.5">
              <Tag tone={DECISION_TONE[card.decision]}>{words.decision(card.decision)}</Tag>
              <Tag tone={model.serving ? 'ok' : 'line'}>{t(model.serving ? 'serves' : 'servesNot')}</Tag>
            </span>
          }
        >
          <span className="mono xs">{model.id}</span>
        </PageHeader>
        <Note
          tone={refused ? 'danger' : card.decision === 'champion-kept' ? 'warn' : 'ok'}
          title={t(`verdicts.${card.decision}`)}
        >
          {model.comparisons.map((text) => inLocale(text, locale)).join(' ')}
          <span className="dim xs mt-1 block">
            {model.reasons.map((text) => inLocale(text, locale)).join(' ')}
          </span>
        </Note>
        <div className="grid items-start gap-4 lg:grid-cols-2 xl:grid-cols-[minmax(0,2.6fr)_minmax(0,1.2fr)_minmax(0,1.2fr)]">
          <div className="min-w-0 lg:col-span-2 xl:col-span-1">
            <MeasuresPanel card={card} />
          </div>
          <CalibrationPanel bins={card.calibration} />
          <LiftPanel lifts={card.deciles} highLevelLift={card.highLevelLift} />
        </div>
        <TermsPanel terms={model.terms} />
        <Columns layout="three">
          <AboutPanel model={model} />
          <FindingsPanel model={model} />
          <div className="grid gap-4">
            <ScalePanel model={model} />
            <LimitsPanel />
          </div>
        </Columns>
      </Page>
    </>
  );
}
