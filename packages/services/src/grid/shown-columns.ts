import { type GridColumn, gridColumns } from '@ascent/schemas';
import type { ShownRelease } from '../context';
import { type Asking, shownProduct } from './conditions';

/** Of agreements only the next end can stand in a row of an account: it has several. */
const NEXT_END = 'AgreementEndDate';

export const canShow = (column: GridColumn): boolean =>
  column.group !== 'agreement' || column.id === NEXT_END;

/** What a grid shows of its own choice, for one product. */
export function defaultColumns(release: ShownRelease, product: string, seesSensitive: boolean): string[] {
  const others = release.catalogue.products.filter(({ id }) => id !== product).map(({ id }) => `${id}Code`);
  return [
    ...['AccountName', 'OrgSize', 'Country'],
    ...['Cluster', 'WasCode', 'FitScore', 'IntentScore'].map((part) => `${product}${part}`),
    ...others,
    NEXT_END,
    ...(seesSensitive ? [`${product}RevenuePotential`] : []),
  ];
}

/** The columns asked for that the reader has, in that order, the name first; `hidden` counts the others. */
export function chosenGridColumns(
  asking: Asking,
  query: { product?: string; columns: readonly string[] },
): { columns: string[]; hidden: number } {
  const product = shownProduct(asking.release, query.product).id;
  const known = new Set(
    gridColumns(asking.release.catalogue, asking.seesSensitive)
      .filter(canShow)
      .map(({ id }) => id),
  );
  const asked =
    query.columns.length > 0 ? query.columns : defaultColumns(asking.release, product, asking.seesSensitive);
  const columns = [...new Set(['AccountName', ...asked])].filter((name) => known.has(name));
  return { columns, hidden: new Set(asked.filter((name) => !known.has(name))).size };
}
