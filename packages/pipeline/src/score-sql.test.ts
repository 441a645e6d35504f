import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { combinedPropensity, defaultCatalogue, type ModelDocument, ownPropensity } from '@ascent/schemas';
import {
  binColumn,
  binsOf,
  exportSql,
  exportTs,
  type FactValues,
  probabilityOf,
  propensityOf,
  type ScoredProduct,
  scoreAccount,
} from '@ascent/scoring';
import { seeded, sharedModels } from '@ascent/scoring/testing';
import { addColumns, scoreColumn, scoresOf } from '@ascent/warehouse';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { scopeColumn } from './scope';
import { scoreAccounts } from './score-accounts';

const database = await freshWarehouse(inject('warehouse'));
afterAll(database.drop);
const { jobs } = database;

/** A hundred thousand accounts in all. */
const ACCOUNTS = 25_000;
const DAY = '2026-08-20';
const SETS = [
  { seed: 11, sizes: [2, 3, 64, 17, 200, 12], facts: 5, pairs: 3, triples: 1, points: 300 },
  { seed: 12, sizes: [64, 64, 64, 64, 64, 64], facts: 6, pairs: 4, triples: 0, points: 250 },
  { seed: 13, sizes: [3, 2, 5, 4, 2, 3], facts: 4, pairs: 2, triples: 2, points: 500 },
  { seed: 14, sizes: [255, 200, 256, 33, 90, 7], facts: 3, pairs: 2, triples: 2, points: 400 },
];

type Exported = { base: number; points: number[]; cap: number; score: number; probability: number };
const Packed = z.object({
  ...{ fit: z.number(), intent: z.number(), probability: z.number() },
  drivers: z.array(z.number()),
});

/** A value, none, or one that training never saw. */
function factsOf(model: ModelDocument, random: ReturnType<typeof seeded>): FactValues {
  return Object.fromEntries(
    model.features.map(({ fact, bins }) => {
      const what = random.below(10);
      if (bins.kind === 'category') {
        const known = bins.levels[random.below(bins.levels.length)]!;
        return [fact, what === 0 ? null : what === 1 ? 'never seen' : known];
      }
      // On an edge, beside it, and beyond both ends.
      const value = 10 * (random.below(bins.edges.length + 3) - 1) + random.below(3) - 1;
      return [fact, what === 0 ? null : value];
    }),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'ascent-export-'));
afterAll(() => rm(folder, { recursive: true }));

async function imported(model: ModelDocument): Promise<(facts: FactValues) => Exported> {
  const file = join(folder, `${model.id}-${model.seed}.ts`);
  await writeFile(file, exportTs(model));
  return (await import(/* @vite-ignore */ file)).score;
}

async function store(release: string, accounts: readonly FactValues[], products: readonly ScoredProduct[]) {
  const { features } = products[0]!.fit!;
  const added = [
    ...features.map(({ fact }) => binColumn(fact)),
    ...products.map(({ id }) => scopeColumn(id)),
  ];
  for (const sql of addColumns(
    'feature_bins',
    added.map((name) => ({ name, type: 'UInt8' })),
  ))
    await jobs.command({ sql });
  const rows = accounts.map((facts, at) => ({
    release_id: release,
    as_of: DAY,
    account_id: `A${String(at).padStart(6, '0')}`,
    observed: 1,
    ...Object.fromEntries(
      binsOf(products[0]!.fit!, facts).map((bin, f) => [binColumn(features[f]!.fact), bin]),
    ),
    ...Object.fromEntries(products.map(({ id }) => [scopeColumn(id), 1])),
  }));
  await jobs.insertRows({ table: 'feature_bins', rows });
}

async function plain(release: string, model: ModelDocument): Promise<Exported[]> {
  const found: Exported[] = [];
  const sql = `SELECT * FROM (${exportSql(model)}) WHERE release_id = '${release}' ORDER BY account_id`;
  for await (const { base, points, cap, score, probability } of jobs.rows({ sql }))
    found.push({ base, points, cap, score, probability } as Exported);
  return found;
}

/** Of the second product both scores say the probability together. */
function productsOf(shape: Parameters<typeof sharedModels>[0]): ScoredProduct[] {
  const [first] = sharedModels(shape);
  const [, second] = sharedModels({ ...shape, combined: true });
  return [first!, second!];
}

function explained(model: ModelDocument, facts: FactValues): Exported {
  const found = scoreAccount(model, facts);
  return { ...found, probability: probabilityOf(model, uncapped(found)) };
}

function uncapped({ score, cap }: Pick<Exported, 'score' | 'cap'>): number {
  return score - cap;
}

function topThree(points: readonly number[]): number[] {
  const found = points
    .map((each, term) => ({ each, term }))
    .filter(({ each }) => each > 0)
    .sort((a, b) => b.each - a.each || a.term - b.term);
  return [0, 1, 2].map((at) => (found[at] ? found[at].each * 256 + 255 - found[at].term : 0));
}

describe.each(SETS)('models of $sizes bins', ({ seed, ...shape }) => {
  const release = `set.${seed}`;
  const products = productsOf({ products: 2, ...shape, seed });
  const random = seeded(seed);
  const accounts = Array.from({ length: ACCOUNTS }, () => factsOf(products[0]!.fit!, random));

  test('packed lanes, plain SQL, the scorer and the exported module agree on every account', async () => {
    await store(release, accounts, products);
    const [matrix] = defaultCatalogue.matrices;
    await scoreAccounts(jobs, {
      releaseId: release,
      featuresRelease: release,
      days: { fit: DAY, score: DAY },
      products,
      matrix: matrix!,
      bands: defaultCatalogue.revenueBands,
    });
    const seen = { capped: [0, 0], negative: 0, likely: new Set<number>() };
    for (const { id, fit, intent, propensity } of products) {
      const columns = (['fit', 'intent', 'drivers', 'probability'] as const).map(
        (field) => `${scoreColumn(id, field)} AS ${field}`,
      );
      const packed = await jobs.query({
        sql: `SELECT ${columns.join(', ')} FROM ${scoresOf(release)} ORDER BY account_id`,
        schema: Packed,
      });
      expect(packed).toHaveLength(ACCOUNTS);
      const own = ownPropensity(propensity);
      const models = [fit!, intent!, ...(own ? [own] : [])];
      const inSql: Exported[][] = [];
      for (const model of models) inSql.push(await plain(release, model));
      const inModule = await Promise.all(models.map(imported));
      for (const [at, facts] of accounts.entries()) {
        const here = models.map((model) => explained(model, facts));
        const [fitted, intended, likely] = here as [Exported, Exported, Exported?];
        const probability = likely
          ? likely.probability
          : propensityOf(combinedPropensity(propensity)!, {
              fit: uncapped(fitted),
              intent: uncapped(intended),
            });
        const drivers = topThree([...fitted.points, ...intended.points]);
        const text = JSON.stringify({
          here: here.map(inOrder),
          packed: [fitted.score, intended.score, drivers, probability],
        });
        const of = packed[at]!;
        const there = {
          here: inSql.map((rows) => inOrder(rows[at]!)),
          packed: [of.fit, of.intent, of.drivers, of.probability],
        };
        const exported = { ...there, here: inModule.map((score) => inOrder(score(facts))) };
        if (JSON.stringify(there) !== text || JSON.stringify(exported) !== text)
          expect([there, exported]).toEqual([JSON.parse(text), JSON.parse(text)]);
        seen.likely.add(probability);
        for (const { score, cap, points } of here) {
          if (cap !== 0) seen.capped[score === 0 ? 0 : 1]! += 1;
          if (points.some((each) => each < 0)) seen.negative += 1;
        }
      }
    }
    expect(Math.min(...seen.capped)).toBeGreaterThan(100);
    expect(seen.negative).toBeGreaterThan(1000);
    expect(seen.likely.size).toBeGreaterThan(100);
  });
});

function inOrder({ base, points, cap, score, probability }: Exported): Exported {
  return { base, points, cap, score, probability };
}
