import type { AccountDetail, ScoreCard } from '@ascent/api';
import { Cluster, inLocale, type ReaderCatalogue } from '@ascent/schemas';
import { CodeChip, Delta, formatBand, Panel, ScoreText, ScrollX, StepsGlyph, uiWords } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';
import { codeOf } from '../account/code-of';

const KINDS = ['fit', 'intent'] as const;

/** Every product of both: cluster and code, fit and intent, and by how much the second is ahead. */
export function ScoresTable({ a, b, catalogue, end }: ScoresTableProps) {
  const t = useTranslations('compare');
  const locale = useAppLocale();
  const words = uiWords(locale);
  const both = [a, b] as const;
  const seesRevenue = a.cards.some(({ revenuePotential }) => revenuePotential !== undefined);
  const cardOf = (account: AccountDetail, product: string) =>
    account.cards.find((card) => card.product === product);
  return (
    <Panel title={t('scores')} note={t('ahead')} end={end}>
      <ScrollX label={t('scores')}>
        <table className="tb free sides" aria-label={t('scores')}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {words.product}
              </th>
              {both.map(({ accountId, profile }) => (
                <th key={accountId} scope="colgroup" colSpan={seesRevenue ? 4 : 3} className="side-head">
                  {String(profile.AccountName ?? '')}
                </th>
              ))}
              <th scope="colgroup" colSpan={2} className="side-head">
                {t('difference')}
              </th>
            </tr>
            <tr>
              {both.map(({ accountId }) => (
                <SideHeads key={accountId} seesRevenue={seesRevenue} />
              ))}
              {KINDS.map((kind) => (
                <th key={kind} scope="col" className={kind === 'fit' ? 'num first' : 'num'}>
                  {words.scores[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {catalogue.products.map(({ id, words: name }) => (
              <tr key={id}>
                <th scope="row">{inLocale(name, locale)}</th>
                {both.map((account) => (
                  <Side key={account.accountId} card={cardOf(account, id)} seesRevenue={seesRevenue} />
                ))}
                {KINDS.map((kind) => {
                  const [one, other] = both.map((account) => cardOf(account, id)?.[kind] ?? null);
                  return (
                    <td key={kind} className={kind === 'fit' ? 'num first' : 'num'}>
                      {typeof one === 'number' && typeof other === 'number' ? (
                        <Delta value={other - one} unit="deci" plain locale={locale} />
                      ) : (
                        <span className="muted">–</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Panel>
  );
}

function SideHeads({ seesRevenue }: { seesRevenue: boolean }) {
  const t = useTranslations('compare');
  const words = uiWords(useAppLocale());
  return (
    <>
      <th scope="col" className="first">
        {words.cluster}
      </th>
      <th scope="col" className="num">
        {words.scores.fit}
      </th>
      <th scope="col" className="num">
        {words.scores.intent}
      </th>
      {seesRevenue && (
        <th scope="col" className="num">
          {t('potential')}
        </th>
      )}
    </>
  );
}

function Side({ card, seesRevenue }: { card: ScoreCard | undefined; seesRevenue: boolean }) {
  const locale = useAppLocale();
  const words = uiWords(locale);
  const cluster = Cluster.safeParse(card?.cluster);
  return (
    <>
      <td className="first">
        <span className="row nowrap">
          <CodeChip code={codeOf(card?.code)} locale={locale} />
          {cluster.success ? (
            <>
              <StepsGlyph cluster={cluster.data} /> {words.clusters[cluster.data]}
            </>
          ) : (
            <span className="ns">{words.notScored}</span>
          )}
        </span>
      </td>
      {KINDS.map((kind) => (
        <td key={kind} className="num">
          <ScoreText kind={kind} score={card?.[kind] ?? null} locale={locale} />
        </td>
      ))}
      {seesRevenue && (
        <td className="num nowrap">{card && formatBand(card.revenuePotential || null, locale)}</td>
      )}
    </>
  );
}

type ScoresTableProps = { a: AccountDetail; b: AccountDetail; catalogue: ReaderCatalogue; end?: ReactNode };
