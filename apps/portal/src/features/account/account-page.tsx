import type { AccountDetail, ReaderRelease } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { Columns, Page } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { PageTop } from '../shell/page-top';
import { PanelLoading } from '../states/panels-loading';
import { AccountCards } from './account-cards';
import { AccountHeader } from './account-header';
import { BelongingsSection } from './belongings-section';
import { ChangePanel } from './change-panel';
import { CohortsPanel } from './cohorts-panel';
import { HistoryPanel } from './history-panel';
import { MovesPanel } from './moves-panel';
import { NotesSection } from './notes-section';
import { ProfilePanel } from './profile-panel';
import { ScoreExplained } from './score-explained';
import { StandingPanel } from './standing-panel';

/** One account: how it stands for each product, and why for the chosen one. */
export function AccountPage({ account, release }: AccountPageProps) {
  const nav = useTranslations('nav');
  const t = useTranslations('account');
  const locale = useAppLocale();
  const { accountId, cards, profile } = account;
  const { catalogue } = release;
  const card = cards.find((each) => each.product === account.explained)!;
  const product = catalogue.products.find((each) => each.id === card.product)!;
  return (
    <>
      <PageTop
        crumbs={[
          { label: nav('accounts'), href: `/accounts?product=${card.product}` },
          { label: String(profile.AccountName ?? '') },
        ]}
        release={release}
      />
      <Page>
        <AccountHeader accountId={accountId} profile={profile} />
        <AccountCards accountId={accountId} cards={cards} chosen={card.product} catalogue={catalogue} />
        <Columns layout="even">
          {(['fit', 'intent'] as const).map((kind) => (
            <ScoreExplained
              key={kind}
              kind={kind}
              card={card}
              cuts={product.levelCuts}
              asOf={kind === 'fit' ? account.fitAsOf : account.intentAsOf}
              catalogue={catalogue}
            />
          ))}
        </Columns>
        <MovesPanel card={card} />
        <ChangePanel card={card} name={inLocale(product.words, locale)} since={account.comparedWith} />
        <Columns layout="three">
          <StandingPanel
            card={card}
            name={inLocale(product.words, locale)}
            hasPrevious={release.previousId !== null}
          />
          <CohortsPanel cohorts={account.cohorts} catalogue={catalogue} />
          <ProfilePanel profile={profile} asOf={account.fitAsOf} />
        </Columns>
        {/* Read apart, so that the scores need not wait for them. */}
        <Suspense fallback={<PanelLoading title={t('history')} />}>
          <HistoryPanel accountId={accountId} product={product} name={inLocale(product.words, locale)} />
        </Suspense>
        <Suspense fallback={<PanelLoading title={t('belongings')} />}>
          <BelongingsSection accountId={accountId} release={release} />
        </Suspense>
        <Suspense fallback={<PanelLoading title={t('notes')} />}>
          <NotesSection accountId={accountId} profile={profile} catalogue={catalogue} />
        </Suspense>
      </Page>
    </>
  );
}

type AccountPageProps = { account: AccountDetail; release: ReaderRelease };
