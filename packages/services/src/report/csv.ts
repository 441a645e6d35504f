import { type Stringifier, stringify } from 'csv-stringify';
import type { OrganisationSettings } from '../setting/settings';
import { inert } from './cell';

/** How an organisation wants its CSV files. */
export type CsvShape = Pick<OrganisationSettings, 'csvSeparator' | 'decimal' | 'bom'>;

/** Writes rows of texts below these headers, which are inert like every cell. */
export function csvWriter({ csvSeparator, bom }: CsvShape, headers: readonly string[]): Stringifier {
  return stringify({ header: true, columns: headers.map(inert), delimiter: csvSeparator, bom });
}

/** The text of a cell. A number gets its decimal sign after it was seen to be one: `-1,5` would pass for a formula. */
export function csvCell(text: string, isDecimal: boolean, { decimal }: CsvShape): string {
  const safe = inert(text);
  return isDecimal && decimal === ',' ? safe.replace('.', ',') : safe;
}
