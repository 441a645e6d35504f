import { type GridColumn, inLocale, type Locale } from '@ascent/schemas';
import { uiWords } from '@ascent/ui';

export type ColumnLook = {
  header: string;
  align: 'left' | 'right' | 'center';
  /** Pixels, until the reader chooses another width. */
  width: number;
  /** On a phone: the name and the cluster head the card, some are left out. */
  card?: 'title' | 'end' | 'wide' | 'hide';
};

type Naming = { product: string; locale: Locale; was: string; potential: string };

/** How a column looks in the grid of one product: the product's own parts need no product's name. */
export function columnLook(column: GridColumn, { product, locale, was, potential }: Naming): ColumnLook {
  const own = column.product === product;
  const part = own && column.group === 'product' ? column.id.slice(product.length) : null;
  const words = uiWords(locale);
  const header =
    part === 'FitScore'
      ? words.scores.fit
      : part === 'IntentScore'
        ? words.scores.intent
        : part === 'WasCode'
          ? was
          : part === 'RevenuePotential'
            ? potential
            : part === 'Cluster'
              ? words.cluster
              : column.group === 'product' && column.id.endsWith('Code') && !own
                ? (column.product ?? '')
                : inLocale(column.title, locale);
  if (column.id === 'AccountName') return { header, align: 'left', width: 300, card: 'title' };
  if (part === 'Cluster') return { header, align: 'left', width: 138, card: 'end' };
  if (column.group === 'product' && column.id.endsWith('Cluster'))
    return { header, align: 'left', width: 150, card: 'hide' };
  if (column.id.endsWith('Code') && column.group === 'product')
    return { header, align: 'center', width: part === 'WasCode' ? 62 : 70, card: 'hide' };
  switch (column.kind) {
    case 'score':
      return { header, align: 'left', width: own ? 104 : 150 };
    case 'integer':
    case 'chance':
    case 'cents':
      return { header, align: 'right', width: 108 };
    case 'date':
      return { header, align: 'left', width: 118, card: 'wide' };
    case 'list':
      return { header, align: 'left', width: 260, card: 'hide' };
    default:
      return column.id.endsWith('RevenuePotential')
        ? { header, align: 'right', width: 132, card: 'wide' }
        : { header, align: 'left', width: 128, card: 'hide' };
  }
}
