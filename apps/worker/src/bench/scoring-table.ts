import { readFile } from 'node:fs/promises';
import type { scoreAccounts } from '@ascent/pipeline';
import { defaultCatalogue, type FactBins } from '@ascent/schemas';
import { binColumn, type ScoredProduct } from '@ascent/scoring';
import { sharedModels } from '@ascent/scoring/testing';
import { addColumns, type Warehouse } from '@ascent/warehouse';
import type { Stores } from '../stores/open-stores';

export const DAY = '2026-11-20';
/** The quarter's day, for months that are not its first. */
export const QUARTER_DAY = '2026-10-20';
const PRODUCTS = 6;
/** Fine bins of forty facts: continuous numbers, counts with a heavy zero, categories, flags. */
const MIXED = Array.from({ length: 40 }, (_, at) => [64, 24, 64, 12, 3][at % 5]!);
/** The hardest there is: every fact continuous, so that no two fit into one lookup with a third. */
const CONTINUOUS = new Array<number>(40).fill(64);

export type Shape = { name: string; sizes: readonly number[] };
export const SHAPES: Shape[] = [
  { name: 'mixed', sizes: MIXED },
  { name: 'continuous', sizes: CONTINUOUS },
];

/** Twelve models over forty facts with ten pairs a kind, as a family of products shares them. */
function twelveModels({ sizes }: Shape): ScoredProduct[] {
  return sharedModels({ products: PRODUCTS, sizes, pairs: 10, jointly: true, seed: 5 });
}

/** Fills `feature_bins` for a release; `every`: every so many-th account only, with other bins. */
export async function fillBins(
  warehouse: Warehouse,
  {
    release,
    accounts,
    shape,
    every = 1,
    day = DAY,
  }: { release: string; accounts: number; shape: Shape; every?: number; day?: string },
): Promise<FactBins[]> {
  const products = twelveModels(shape);
  const { features } = products[0]!.fit!;
  const added = [...features.map(({ fact }) => binColumn(fact)), ...products.map(({ id }) => `in_${id}`)];
  for (const sql of addColumns(
    'feature_bins',
    added.map((name) => ({ name, type: 'UInt8' })),
  ))
    await warehouse.command({ sql });
  const bins = features.map(({ coarse: { length } }, at) => {
    const drawn = `1 + intHash64(number + ${at * 7_919_001 + every}) % ${length - 1}`;
    // A tenth is missing; of every other count six tenths are nothing.
    const chance = `intHash64(number * 41 + ${at + every}) % 10`;
    return length === 24
      ? `multiIf(${chance} = 0, 0, ${chance} < 7, 1, ${drawn})`
      : `if(${chance} = 0, 0, ${drawn})`;
  });
  await warehouse.command({
    sql: `INSERT INTO feature_bins (release_id, as_of, account_id, observed, ${added.join(', ')})
      SELECT '${release}', '${day}', concat('A', leftPad(toString(number), 9, '0')), intHash64(number) % 10 > 0, ${bins.join(', ')}, ${products.map(() => '1').join(', ')}
      FROM numbers(${accounts}) WHERE number % ${every} = 0 SETTINGS max_threads = 1`,
  });
  await warehouse.command({ sql: `OPTIMIZE TABLE feature_bins PARTITION ('${release}', '${day}') FINAL` });
  return features;
}

export function scoringOf(release: string, shape: Shape): Parameters<typeof scoreAccounts>[1] {
  return {
    releaseId: release,
    featuresRelease: release,
    days: { fit: DAY, score: DAY },
    products: twelveModels(shape),
    matrix: defaultCatalogue.matrices[0]!,
    bands: defaultCatalogue.revenueBands,
  };
}

/** Processor and wall seconds of the warehouse's process while this ran. */
export async function costOf(
  { run }: Stores,
  work: () => Promise<unknown>,
): Promise<{ cpu: number; wall: number }> {
  const pid = run.pids.warehouse!;
  const [before, started] = [await cpuSeconds(pid), performance.now()];
  await work();
  return { cpu: (await cpuSeconds(pid)) - before, wall: (performance.now() - started) / 1000 };
}

/** Of all threads of a process; hundredths of a second is how the kernel counts. */
async function cpuSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
