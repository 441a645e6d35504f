import type { FactSource } from '@ascent/schemas';
import { CUT } from './measures';

type Sales = Extract<FactSource, { from: 'transactions' }>;

/**
 * Measures over whole orders: `ds` are an account's order days in order, `amounts` their totals in cents.
 * Null for other measures. Ratios are in hundredths and ten-thousandths, as integers.
 */
export function orderMeasure({ measure }: Sales): string | null {
  const last = `toInt64(${CUT} - ds[-1])`;
  const span = 'toInt64(ds[-1] - ds[1])';
  const gaps = 'toInt64(length(ds) - 1)';
  switch (measure) {
    case 'maxOrderAmount':
      return 'toNullable(arrayMax(amounts))';
    case 'meanOrderAmount':
      return 'toNullable(intDiv(arraySum(amounts), length(amounts)))';
    case 'lastOrderAmount':
      return 'toNullable(amounts[-1])';
    case 'meanGapDays':
      return `if(${gaps} = 0, NULL, intDiv(${span}, greatest(${gaps}, 1)))`;
    case 'lastGapDays':
      return `if(${gaps} = 0, NULL, toInt64(ds[-1] - ds[-2]))`;
    case 'lateness':
      return `if(${gaps} = 0, NULL, intDiv(100 * ${last} * ${gaps}, ${span} + ${gaps}))`;
    case 'rate':
      return `toNullable(intDiv(10000 * toInt64(length(ds)), toInt64(${CUT} - ds[1]) + 30))`;
    default:
      return null;
  }
}
