import { Button, EmptyState, Input, Panel, TextLink } from '@ascent/ui';
import { Search } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { caller } from '@/server/reader';
import { AppLink } from '../shell/app-link';
import { compareAccountsHref, type Pair } from './accounts-query';

const SHOWN = 12;

/** Finds the account that is missing by name or domain; one click puts it beside the other. */
export async function FindAccount({ pair }: { pair: Pair }) {
  const t = await getTranslations('compare');
  const list = (await caller()).account.list;
  // One more than is shown, for the one that is chosen already is left out.
  const found = await list({ search: pair.search, columns: [], pageSize: SHOWN + 1 });
  const rows = found.rows.filter(({ accountId }) => accountId !== pair.a).slice(0, SHOWN);
  return (
    <Panel title={pair.a ? t('findSecond') : t('findFirst')}>
      <search>
        <form action="/compare/accounts" className="row in flex-wrap">
          {pair.a && <input type="hidden" name="a" value={pair.a} />}
          {pair.product && <input type="hidden" name="product" value={pair.product} />}
          <Input
            type="search"
            name="q"
            defaultValue={pair.search}
            maxLength={100}
            placeholder={t('search')}
            aria-label={t('search')}
            icon={<Search aria-hidden />}
          />
          <Button type="submit">{t('find')}</Button>
        </form>
      </search>
      {found.similar && <p className="hint px-3.5 pb-2">{t('similar', { text: pair.search })}</p>}
      {rows.length === 0 ? (
        <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState>
      ) : (
        <ul className="notes" aria-label={t('found')}>
          {rows.map(({ accountId, name, domain }) => (
            <li key={accountId} className="row">
              <TextLink
                href={compareAccountsHref(
                  pair.a ? { a: pair.a, b: accountId, product: pair.product } : { a: accountId },
                )}
                className="ell"
                title={name}
                Link={AppLink}
              >
                {name}
              </TextLink>
              <span className="muted xs ell">{domain}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
