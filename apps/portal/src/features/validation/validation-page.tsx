import type { ReleaseReview } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { EmptyState, formatPeriod, Page, PageHeader, Panel, SegmentedLinks } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { PageTop } from '../shell/page-top';
import { CoveragePanel } from './coverage-panel';
import { ConceptPanel, FeatureDriftPanel } from './drift-panels';
import { GateNote } from './gate-note';
import { ProductSection } from './product-section';

/** How a release judged itself and what came of those before it; failures stand first. */
export function ValidationPage({ review, asked }: { review: ReleaseReview; asked: string | undefined }) {
  const t = useTranslations('validation');
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const { validation, products, facts } = review;
  const product = validation?.products.find((each) => each.product === asked) ?? validation?.products[0];
  const nameOf = (id: string) => (products[id] ? inLocale(products[id], locale) : id);
  const factName = (id: string) => (facts[id] ? inLocale(facts[id], locale) : id);
  return (
    <>
      <PageTop
        crumbs={[{ label: nav('releases'), href: '/admin/releases' }, { label: t('of', { id: review.id }) }]}
      />
      <Page>
        <PageHeader title={t('heading', { period: formatPeriod(review.period, locale) })}>
          {t('intro')}
        </PageHeader>
        <GateNote review={review} />
        {validation && product && (
          <>
            <SegmentedLinks
              label={t('product')}
              items={validation.products.map((each) => ({
                href: `/admin/releases/${encodeURIComponent(review.id)}/validation?product=${each.product}`,
                label: nameOf(each.product),
                current: each === product,
              }))}
              Link={AppLink}
            />
            <ProductSection product={product} name={nameOf(product.product)} scores={validation.scores} />
          </>
        )}
        {validation ? (
          <>
            <FeatureDriftPanel
              features={validation.features}
              unchanged={validation.unchangedBinRows}
              factName={factName}
            />
            <ConceptPanel concepts={validation.concepts} factName={factName} nameOf={nameOf} />
            <CoveragePanel coverage={validation.coverage} />
          </>
        ) : (
          <Panel title={t('title')}>
            <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
          </Panel>
        )}
      </Page>
    </>
  );
}
