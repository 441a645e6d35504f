import type { AudienceLine, ReaderRelease } from '@ascent/api';
import { formatCount, formatDate, Panel, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { isReady } from './audience-state';
import { clusterNames, cohortName, releasePeriod } from './audience-words';

export function AudienceFacts({ audience, release }: AudienceFactsProps) {
  const t = useTranslations('audience');
  const locale = useAppLocale();
  const ready = isReady(audience);
  const counting = <span className="muted">{t('counting')}</span>;
  return (
    <Panel title={t('about')} padded>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        <Fact name={t('accounts')} id="accounts">
          {ready ? <b>{formatCount(audience.accounts, uiWords(locale).account, locale)}</b> : counting}
        </Fact>
        <Fact name={t('cohort')}>{cohortName(audience.cohortId, release, locale)}</Fact>
        <Fact name={t('clusters')}>{clusterNames(audience.clusters, locale) || t('allClusters')}</Fact>
        <Fact name={t('release')}>
          {releasePeriod(audience, locale)} <span className="mono muted">{audience.releaseId}</span>
        </Fact>
        <Fact name={t('askedOn')}>{formatDate(audience.createdAt, locale)}</Fact>
        <Fact name={t('hash')} id="hash">
          {ready ? <span className="mono wrap-anywhere">{audience.contentHash}</span> : counting}
          <span className="hint block">{t('hashText')}</span>
        </Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, id, children }: { name: string; id?: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="muted">{name}</dt>
      <dd className="min-w-0 break-words" data-testid={id && `audience-${id}`}>
        {children}
      </dd>
    </div>
  );
}

type AudienceFactsProps = { audience: AudienceLine; release: ReaderRelease | null };
