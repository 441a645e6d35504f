import type { AccountDetail, ReaderRelease } from '@ascent/api';
import { inLocale } from '@ascent/schemas';
import { Columns, LinkButton, Panel, SegmentedLinks, TextLink } from '@ascent/ui';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { AppLink } from '../shell/app-link';
import { compareAccountsHref, type Pair } from './accounts-query';
import { CompareFrame } from './compare-frame';
import { ProfileTable } from './profile-table';
import { ScoresTable } from './scores-table';
import { TopDrivers } from './top-drivers';

/** Two accounts side by side; until there are two, a way to find the missing one. */
export function CompareAccountsPage({ a, b, pair, release, find }: CompareAccountsPageProps) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const { products } = release.catalogue;
  const product = products.find(({ id }) => id === pair.product) ?? products[0]!;
  if (!a || !b)
    return (
      <CompareFrame at="accounts" release={release} sub={t('accountsSub')}>
        {a && <Chosen account={a} pair={pair} product={product.id} />}
        {find}
      </CompareFrame>
    );
  const both = [a, b] as const;
  return (
    <CompareFrame at="accounts" release={release} sub={t('accountsSub')}>
      <Columns layout="even">
        {both.map((account, at) => (
          <Chosen key={at === 0 ? 'a' : 'b'} account={account} pair={pair} product={product.id} />
        ))}
      </Columns>
      <ScoresTable
        a={a}
        b={b}
        catalogue={release.catalogue}
        end={
          <LinkButton
            size="s"
            variant="ghost"
            href={compareAccountsHref({ ...pair, a: pair.b, b: pair.a })}
            icon={<ArrowLeftRight aria-hidden />}
            Link={AppLink}
          >
            {t('swap')}
          </LinkButton>
        }
      />
      <SegmentedLinks
        label={t('driversOf')}
        items={products.map(({ id, words }) => ({
          href: compareAccountsHref({ ...pair, product: id }),
          label: inLocale(words, locale),
          current: id === product.id,
        }))}
        Link={AppLink}
      />
      <Columns layout="even">
        {both.map((account, at) => (
          <TopDrivers key={at === 0 ? 'a' : 'b'} account={account} product={product.id} />
        ))}
      </Columns>
      <ProfileTable a={a} b={b} />
    </CompareFrame>
  );
}

/** One of the two, with the way to its page and to another in its place. */
function Chosen({ account, pair, product }: { account: AccountDetail; pair: Pair; product: string }) {
  const t = useTranslations('compare');
  const name = String(account.profile.AccountName ?? '');
  const other =
    pair.a === account.accountId ? { ...pair, a: pair.b, b: undefined } : { ...pair, b: undefined };
  return (
    <Panel label={name} padded>
      <div className="row">
        <TextLink
          href={`/accounts/${account.accountId}?product=${product}`}
          className="b ell flex-1"
          title={name}
          Link={AppLink}
        >
          {name}
        </TextLink>
        {pair.b && (
          <TextLink href={compareAccountsHref(other)} className="xs nowrap" Link={AppLink}>
            {t('chooseOther')}
          </TextLink>
        )}
      </div>
    </Panel>
  );
}

type CompareAccountsPageProps = {
  a: AccountDetail | null;
  b: AccountDetail | null;
  pair: Pair;
  release: ReaderRelease;
  /** The search for the one that is missing. */
  find: ReactNode;
};
