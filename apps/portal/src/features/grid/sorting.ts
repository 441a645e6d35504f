import type { AccountQuery, GridColumn } from '@ascent/schemas';
import { type GridLayout, gridHref } from './grid-href';

/** Whether and as which key the list is sorted by a column; the product's cluster and code stand for its best order. */
export function sortedBy(
  { sort, product }: AccountQuery,
  column: string,
): { descending: boolean; rank: number } | null {
  const keys = sort.length > 0 ? sort : [{ column: 'best', descending: false }];
  const at = keys.findIndex((key) => key.column === keyOf(column, product));
  return at < 0 ? null : { descending: keys[at]!.descending, rank: at + 1 };
}

/** A first click sorts the useful way, another turns it round; `more` keeps what the list is sorted by already. */
export function sortHref(query: AccountQuery, layout: GridLayout, column: GridColumn, more: boolean): string {
  const key = keyOf(column.id, query.product);
  const sorted = sortedBy(query, column.id);
  const bestFirst = column.kind === 'score' || column.kind === 'integer' || column.kind === 'chance';
  const next = { column: key, descending: sorted ? !sorted.descending : bestFirst };
  const others = query.sort.filter((each) => each.column !== key);
  const at = query.sort.findIndex((each) => each.column === key);
  const kept = at < 0 ? [...others, next] : query.sort.map((each, index) => (index === at ? next : each));
  return gridHref({ ...query, sort: more ? kept.slice(-5) : [next], page: 1 }, layout);
}

function keyOf(column: string, product: string | undefined): string {
  return column === `${product}Cluster` ? 'best' : column;
}
