import type { AccountQuery } from '@ascent/schemas';
import { SEGMENT_CODES } from '@ascent/schemas';
import type { Select } from '@ascent/warehouse';
import { ServiceError } from '../errors';
import { type Asking, columnNamed, knownColumns, shownProduct } from './conditions';

type Order = NonNullable<Select['orderBy']>;

/** Best first unless asked otherwise: by code, then fit, then intent. Choices with an order of their own keep it. */
export function ordering(asking: Asking, { product, sort }: Pick<AccountQuery, 'product' | 'sort'>): Order {
  const { id } = shownProduct(asking.release, product);
  const columns = knownColumns(asking);
  const keys = sort.length > 0 ? sort : [{ column: 'best', descending: false }];
  return keys.flatMap(({ column: name, descending }) => {
    if (name === 'best')
      return [
        { column: `${id}Code`, descending, ranks: SEGMENT_CODES },
        { column: `${id}FitScore`, descending: !descending },
        { column: `${id}IntentScore`, descending: !descending },
      ];
    const column = columnNamed(columns, name);
    if (column.group === 'agreement')
      throw new ServiceError('invalid', `sort: an account has several agreements, so not by ${name}`);
    const ranks = column.kind === 'choice' && column.values ? { ranks: column.values } : {};
    return [{ column: name, descending, ...ranks }];
  });
}
