import type { ScoreCard } from '@ascent/api';
import { Cluster, inLocale, type ReaderCatalogue } from '@ascent/schemas';
import { formatBand, Scorecard, Scorecards } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { codeOf } from './code-of';

export function AccountCards({ accountId, cards, chosen, catalogue }: AccountCardsProps) {
  const t = useTranslations('account');
  const locale = useAppLocale();
  return (
    <Scorecards label={t('scorecards')}>
      {cards.map((card) => {
        const product = catalogue.products.find((each) => each.id === card.product);
        const cluster = Cluster.safeParse(card.cluster);
        return (
          <Scorecard
            key={card.product}
            product={product ? inLocale(product.words, locale) : card.product}
            href={`/accounts/${accountId}?product=${card.product}`}
            current={card.product === chosen}
            cluster={cluster.success ? cluster.data : null}
            code={codeOf(card.code)}
            fit={card.fit}
            intent={card.intent}
            reason={t('notScoredText')}
            foot={card.revenuePotential === undefined ? undefined : formatBand(card.revenuePotential, locale)}
            locale={locale}
            Link={AppLink}
          />
        );
      })}
    </Scorecards>
  );
}

type AccountCardsProps = {
  accountId: string;
  cards: ScoreCard[];
  chosen: string;
  catalogue: ReaderCatalogue;
};
