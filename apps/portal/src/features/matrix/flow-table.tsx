import type { ScoreMatrix } from '@ascent/api';
import { type AccountQuery, type ReaderCatalogue, SEGMENT_CODES } from '@ascent/schemas';
import { formatInteger, ScrollX, TextLink } from '@ascent/ui';
import { useTranslations } from 'next-intl';
import { useAppLocale } from '@/i18n/use-app-locale';
import { gridHref } from '../grid/grid-href';
import { AppLink } from '../shell/app-link';

/** From which code to which, since the release before: rows were, columns are. */
export function FlowTable({ matrix, catalogue, query }: FlowTableProps) {
  const t = useTranslations('matrix');
  const locale = useAppLocale();
  const own = catalogue.matrices.find((each) => each.id === catalogue.matrix)!;
  const codes = SEGMENT_CODES.filter((code) =>
    Object.values(own.codes).some((row) => Object.values(row).includes(code)),
  );
  const all = [...codes, ''];
  const at = (from: string, to: string) =>
    matrix.flows.find((flow) => flow.from === from && flow.to === to)?.n ?? 0;
  const largest = Math.max(1, ...matrix.flows.filter(({ from, to }) => from !== to).map(({ n }) => n));
  const word = (code: string) => code || t('none');
  return (
    <ScrollX label={t('flow')}>
      <table className="tb free flow" aria-label={t('flow')}>
        <caption className="hint">{t('flowNote')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fromTo')}</th>
            {all.map((to) => (
              <th key={to} scope="col" className="num">
                {word(to)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((from) => (
            <tr key={from}>
              <th scope="row">{word(from)}</th>
              {all.map((to) => {
                const n = at(from, to);
                const strength = from === to ? 'same' : `s${Math.ceil((4 * n) / largest)}`;
                return (
                  <td key={to} className={`num ${n === 0 ? 'nil' : strength}`}>
                    {n === 0 ? (
                      <span className="muted">·</span>
                    ) : (
                      <TextLink href={flowHref(query, matrix.product, from, to)} Link={AppLink}>
                        {formatInteger(n, locale)}
                      </TextLink>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function flowHref(query: AccountQuery, product: string, from: string, to: string): string {
  const where = [
    ...query.where,
    { column: `${product}WasCode`, op: 'is' as const, values: [from] },
    { column: `${product}Code`, op: 'is' as const, values: [to] },
  ];
  return gridHref({ ...query, where, page: 1 });
}

type FlowTableProps = { matrix: ScoreMatrix; catalogue: ReaderCatalogue; query: AccountQuery };
