import { type Fact, type FactBins, isCategory } from '@ascent/schemas';
import { findFeature } from '../ebm/bins';

/** Values of a fact by row: numbers with NaN for missing, or texts with null. */
export type FactColumn = Float64Array | (string | null)[];

/** Bins of facts that have none yet, found on these rows; what is known stays as it is, so that stored bytes keep their sense. */
export function findBinning(
  facts: readonly Fact[],
  columns: Record<string, FactColumn>,
  known: readonly FactBins[],
): FactBins[] {
  const kept = new Map(known.map((each) => [each.fact, each]));
  return facts.map((fact) => kept.get(fact.id) ?? binsOfFact(fact, columns[fact.id] ?? new Float64Array(0)));
}

function binsOfFact(fact: Fact, column: FactColumn): FactBins {
  const { bins, coarse } = findFeature(isCategory(fact) ? codes(fact.id, column) : numbers(fact.id, column));
  return { fact: fact.id, bins, coarse: Array.from(coarse) };
}

function numbers(name: string, column: FactColumn) {
  return { kind: 'number' as const, name, values: Float64Array.from(column as Float64Array) };
}

function codes(name: string, column: FactColumn) {
  const at = new Map<string, number>();
  const coded = Int32Array.from(column as (string | null)[], (value) => {
    if (value === null || value === '') return -1;
    const code = at.get(value) ?? at.size;
    at.set(value, code);
    return code;
  });
  return { kind: 'category' as const, name, codes: coded, levels: [...at.keys()] };
}
