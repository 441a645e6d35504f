import type { AccountDetail, ShownRelease } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { Columns, Page } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { PageTop } from '../shell/page-top';
import { AccountCards } from './account-cards';
import { AccountHeader } from './account-header';
import { ChangePanel } from './change-panel';
import { CohortsPanel } from './cohorts-panel';
import { MovesPanel } from './moves-panel';
import { ProfilePanel } from './profile-panel';
import { ScoreExplained } from './score-explained';
import { StandingPanel } from './standing-panel';

/** One account: how it stands for each product, and why for the chosen one. */
export function AccountPage({ account, release, asked }: AccountPageProps) {
  const nav = useTranslations('nav');
  const locale = useAppLocale();
  const { cards, profile } = account;
  const { catalogue } = release;
  const scored = cards.find((card) => card.fit !== null || card.intent !== null);
  const card = cards.find((each) => each.product === asked) ?? scored ?? cards[0]!;
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
        <AccountHeader profile={profile} />
        <AccountCards
          accountId={account.accountId}
          cards={cards}
          chosen={card.product}
          catalogue={catalogue}
        />
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
          <ProfilePanel profile={profile} />
        </Columns>
      </Page>
    </>
  );
}

type AccountPageProps = { account: AccountDetail; release: ShownRelease; asked: string | undefined };
