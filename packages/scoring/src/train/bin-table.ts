import { type Bins, type Fact, isCategory } from '@ascent/schemas';
import { binCount, binOf } from '../bin/bin-of';
import { categoryBins, numberBins } from '../bin/find-bins';
import type { BinnedRows } from './logistic';
import type { TrainingTable } from './training-table';

const BINS_MAX = 16;
const LEVELS = { rowsMin: 30, levelsMax: 40 };

/** The bins of every fact, found on these rows. */
export function findBins(facts: Fact[], table: TrainingTable): Bins[] {
  return facts.map((fact) => {
    if (isCategory(fact)) return categoryBins(table.categories[fact.id]!, LEVELS);
    return numberBins(
      table.numbers[fact.id]!.filter((value) => !Number.isNaN(value)),
      BINS_MAX,
    );
  });
}

export function binTable(facts: Fact[], bins: Bins[], table: TrainingTable): BinnedRows {
  return {
    bins: facts.map((fact, index) => binColumn(fact, bins[index]!, table)),
    sizes: bins.map(binCount),
    ordered: bins.map((each) => each.kind === 'number'),
    labels: table.labels,
  };
}

export function rowsOf(binned: BinnedRows, rows: Uint32Array): BinnedRows {
  const pick = (column: Uint8Array) => Uint8Array.from(rows, (row) => column[row]!);
  return { ...binned, bins: binned.bins.map(pick), labels: pick(binned.labels) };
}

function binColumn(fact: Fact, bins: Bins, table: TrainingTable): Uint8Array {
  const numbers = table.numbers[fact.id];
  if (numbers) return Uint8Array.from(numbers, (value) => binOf(bins, Number.isNaN(value) ? null : value));
  const seen = new Map<string | null, number>();
  return Uint8Array.from(table.categories[fact.id]!, (value) => {
    const known = seen.get(value);
    if (known !== undefined) return known;
    const bin = binOf(bins, value);
    seen.set(value, bin);
    return bin;
  });
}
