import type { Catalogue } from '@ascent/schemas';
import type { ColumnSpec } from '@ascent/warehouse';

/** Columns that a catalogue adds to the release's rows. */
export function catalogueColumns(catalogue: Catalogue): ColumnSpec[] {
  const word = 'LowCardinality(String)';
  return [
    ...catalogue.flags.map(({ header }) => ({ name: header, type: word })),
    ...catalogue.cohorts.map(({ header }) => ({ name: header, type: word })),
    ...catalogue.products.flatMap(({ id }) => [
      { name: `${id}Cluster`, type: word },
      { name: `${id}Fit`, type: word },
      { name: `${id}Intent`, type: word },
      { name: `${id}Code`, type: word },
      { name: `${id}WasCode`, type: word },
      { name: `${id}FitScore`, type: 'Nullable(UInt16)' },
      { name: `${id}IntentScore`, type: 'Nullable(UInt16)' },
      { name: `${id}Propensity`, type: 'Nullable(UInt32)' },
      { name: `${id}SignalExplainability`, type: 'String' },
      { name: `${id}RevenuePotential`, type: word },
    ]),
  ];
}
