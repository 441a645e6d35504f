import type { AudienceLine, ReaderRelease } from '@ascent/api';
import { LinkButton, LockedButton, Note, Page, PageHeader, Progress, TextLink } from '@ascent/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { portalAddress } from '@/server/portal-address';
import { PageTop } from '../shell/page-top';
import { AudienceFacts } from './audience-facts';
import { audienceFileHref, isLate, isReady } from './audience-state';
import { AudienceStatus } from './audience-status';
import { FreezeWatch } from './freeze-watch';

/** One frozen audience: what it holds, where it came from, and its file. */
export function AudiencePage({
  audience,
  release,
}: {
  audience: AudienceLine;
  release: ReaderRelease | null;
}) {
  const nav = useTranslations('nav');
  const ready = isReady(audience);
  return (
    <>
      <PageTop crumbs={[{ label: nav('audiences'), href: '/audiences' }, { label: audience.name }]} />
      <Page>
        <FreezeWatch ids={ready ? [] : [audience.id]} />
        <PageHeader
          title={<span className="wrap-anywhere">{audience.name}</span>}
          tag={<AudienceStatus audience={audience} />}
          acts={<FileAct audience={audience} />}
        />
        {!ready && <Freezing audience={audience} />}
        <AudienceFacts audience={audience} release={release} />
      </Page>
    </>
  );
}

const FREEZING = 'freezing';

function FileAct({ audience }: { audience: AudienceLine }) {
  const t = useTranslations('audience');
  if (!isReady(audience)) {
    return (
      <LockedButton variant="primary" reason={FREEZING}>
        {t('download')}
      </LockedButton>
    );
  }
  return (
    <LinkButton
      href={audienceFileHref(audience.id)}
      variant="primary"
      icon={<Download aria-hidden />}
      download
    >
      {t('download')}
    </LinkButton>
  );
}

function Freezing({ audience }: { audience: AudienceLine }) {
  const t = useTranslations('audience');
  const locale = useAppLocale();
  if (isLate(audience, Date.now())) {
    return (
      <div id={FREEZING}>
        <Note tone="warn" title={t('lateTitle')}>
          {t('lateText')} <TextLink href={portalAddress('/help')}>{t('askForHelp')}</TextLink>
        </Note>
      </div>
    );
  }
  return (
    <div id={FREEZING}>
      <Progress label={t('statuses.freezing')} value={null} detail={t('freezingText')} locale={locale} />
    </div>
  );
}
