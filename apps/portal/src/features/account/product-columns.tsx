import type { AccountLine } from '@ascent/api';
import { type Catalogue, inLocale, type Locale, SegmentCode } from '@ascent/schemas';
import { CodeChip, type Column } from '@ascent/ui';

/** The code of each product but the one the grid is about. */
export function productColumns(catalogue: Catalogue, shown: string, locale: Locale): Column<AccountLine>[] {
  return catalogue.products
    .filter((product) => product.id !== shown)
    .map((product) => ({
      id: `product-${product.id}`,
      header: (
        <span className="ell block text-[11px]" title={inLocale(product.words, locale)}>
          {product.id}
        </span>
      ),
      label: inLocale(product.words, locale),
      align: 'center',
      width: '58px',
      card: 'hide',
      cell: (row) => <CodeChip code={codeOf(scoreOf(row, product.id)?.code)} locale={locale} />,
    }));
}

export function scoreOf(row: AccountLine, product: string) {
  return row.scores.find((score) => score.product === product);
}

/** The warehouse says '' of an account without a score. */
export function codeOf(stored: string | undefined): SegmentCode | null {
  const code = SegmentCode.safeParse(stored);
  return code.success ? code.data : null;
}
