import type { Overview } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { formatInteger, Panel } from '@ascent/ui';
import { CalendarClock, ChevronRight, Download, Target, TrendingUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { gridHref } from '../grid/grid-href';
import { AppLink } from '../shell/app-link';

/** Where this release says to look first. */
export function NextSteps({ overview }: { overview: Overview }) {
  const t = useTranslations('overview');
  const locale = useAppLocale();
  const { products, agreements, release } = overview;
  const actNow = (product: Overview['products'][number]) =>
    product.clusters.find((each) => each.cluster === 'Act Now')?.n ?? 0;
  const gained = [...products].sort((a, b) => b.entered - a.entered)[0];
  const largest = [...products].sort((a, b) => actNow(b) - actNow(a))[0];
  const count = (value: number) => formatInteger(value, locale);
  return (
    <Panel title={t('next')}>
      <ul>
        {release.hasPrevious && gained && gained.entered > 0 && (
          <Step
            icon={<TrendingUp aria-hidden />}
            href={gridHref({ product: gained.product, clusters: ['Act Now'] })}
            title={t('gained', { product: inLocale(gained.words, locale) })}
            text={t('gainedText', { entered: count(gained.entered), left: count(gained.left) })}
          />
        )}
        {largest && (
          <Step
            icon={<Target aria-hidden />}
            href={gridHref({ product: largest.product, codes: ['A1'] })}
            title={t('largest', { product: inLocale(largest.words, locale) })}
            text={t('largestText', { count: count(actNow(largest)) })}
          />
        )}
        <Step
          icon={<CalendarClock aria-hidden />}
          href="/downloads?report=agreement-renewal"
          title={t('endingStep')}
          text={t('endingStepText', { count: count(agreements.count) })}
        />
        <Step icon={<Download aria-hidden />} href="/downloads" title={t('files')} text={t('filesText')} />
      </ul>
    </Panel>
  );
}

function Step({ icon, href, title, text }: { icon: ReactNode; href: string; title: string; text: string }) {
  return (
    <li className="border-b border-line last:border-b-0">
      <AppLink href={href} className="row px-3.5 py-2.5 hover:bg-hover">
        <span className="text-ink-3">{icon}</span>
        <span className="min-w-0 flex-1">
          <span className="b block">{title}</span>
          <span className="muted xs block">{text}</span>
        </span>
        <ChevronRight className="ic-s" aria-hidden />
      </AppLink>
    </li>
  );
}
