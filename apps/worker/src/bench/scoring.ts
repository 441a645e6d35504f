import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withDictionary } from '@ascent/pipeline';
import {
  binColumn,
  packedSelect,
  packedSettings,
  planScoring,
  type ScoreField,
  scoringDictionary,
} from '@ascent/scoring';
import type { Warehouse } from '@ascent/warehouse';
import { z } from 'zod';
import type { Progress } from '../cli/verb';
import { type Bench, type BenchResult, withPrivateStores } from './bench';
import { costOf, DAY, fillBins, SHAPES, type Shape, scoringOf } from './scoring-table';

const ACCOUNTS = 10_000_000;
const PEER = fileURLToPath(new URL('./scoring-peer.py', import.meta.url));

/** Twelve models with pairs scored in the engine, one thread, against reading their forty columns and against XGBoost. */
export const benchScoring: Bench = (progress) => benchScoringOf(ACCOUNTS, progress);

async function benchScoringOf(accounts: number, progress: Progress): Promise<BenchResult> {
  progress('XGBoost');
  const peer = await xgboost();
  return withPrivateStores(progress, async (stores) => {
    const detail: Record<string, unknown> = { accounts, xgboost: peer };
    const figures: { floor: number; scores: number }[] = [];
    for (const shape of SHAPES) {
      progress(`${shape.name}: bins`);
      const { warehouse } = stores;
      const features = await fillBins(warehouse, { release: shape.name, accounts, shape });
      const columns = features.map(({ fact }) => binColumn(fact));
      const from = `FROM feature_bins WHERE release_id = '${shape.name}' AND as_of = '${DAY}'`;
      const each = async (sql: string) => {
        await warehouse.query({ sql, schema: z.any() });
        const { cpu } = await costOf(stores, () => warehouse.query({ sql, schema: z.any() }));
        return Math.round((cpu / accounts) * 1e9);
      };
      progress(`${shape.name}: bare read`);
      const reads = [
        `SELECT sum(${columns.join(' + ')}) ${from}`,
        `SELECT ${columns.map((column) => `sum(${column})`).join(', ')} ${from}`,
      ];
      // Whichever way of looking at every column once is cheaper.
      const floor = Math.min(await each(reads[0]!), await each(reads[1]!));
      const stages = await stagesOf(warehouse, shape, from, each, progress);
      figures.push({ floor, scores: stages.scores! });
      detail[shape.name] = {
        bareRead: floor,
        ...stages,
        timesTheBareRead: Math.round((10 * stages.scores!) / floor) / 10,
      };
      await warehouse.command({ sql: `ALTER TABLE feature_bins DROP PARTITION ('${shape.name}', '${DAY}')` });
    }
    const [{ floor, scores }] = figures as [(typeof figures)[number]];
    return {
      ours: scores,
      peer: peer.nanoseconds,
      ratio: peer.nanoseconds === null ? null : Math.round(peer.nanoseconds / scores),
      floor,
      unit: 'nanoseconds an account',
      detail,
    };
  });
}

const STAGES: Record<string, ScoreField[]> = {
  scores: ['fit', 'intent'],
  withLevelsAndCodes: ['fit', 'intent', 'fit_level', 'intent_level', 'code', 'cluster'],
  probability: ['probability'],
  revenue: ['revenue_low', 'revenue_high', 'revenue_band'],
  driversOfAll: ['drivers'],
};

async function stagesOf(
  warehouse: Warehouse,
  shape: Shape,
  from: string,
  each: (sql: string) => Promise<number>,
  progress: Progress,
): Promise<Record<string, number>> {
  const { products, matrix, bands } = scoringOf(shape.name, shape);
  const plan = planScoring(products, bands);
  const columns = ['account_id', 'observed', ...products.map(({ id }) => `in_${id}`)];
  const all = [...columns, ...products[0]!.fit!.features.map(({ fact }) => binColumn(fact))];
  const found: Record<string, number> = {};
  await withDictionary(warehouse, scoringDictionary('bench', plan.table), async (dictionary) => {
    for (const [name, fields] of Object.entries(STAGES)) {
      progress(`${shape.name}: ${name}`);
      const source = {
        rows: { sql: `SELECT ${all.join(', ')} ${from}`, columns: all },
        bin: (_kind: string, fact: string) => binColumn(fact),
        scope: (product: string) => `in_${product}`,
        dictionary,
        matrix,
        bands: bands.map(({ label }) => label),
      };
      const { from: scored, values } = packedSelect(plan, source, fields);
      found[name] = await each(
        `SELECT ${values.map(({ sql }) => `max(${sql})`).join(', ')} FROM ${scored} SETTINGS ${packedSettings(ACCOUNTS)}`,
      );
    }
  });
  return found;
}

async function xgboost(): Promise<{ nanoseconds: number | null; note: string }> {
  try {
    const { stdout } = await promisify(execFile)('/usr/bin/python3', [PEER]);
    const { nanoseconds, version } = z
      .object({ nanoseconds: z.number(), version: z.string() })
      .parse(JSON.parse(stdout));
    return {
      nanoseconds: Math.round(nanoseconds),
      note: `XGBoost ${version}, 12 models of 100 trees, depth 6`,
    };
  } catch {
    return { nanoseconds: null, note: 'no XGBoost here: apt-get install python3-xgboost' };
  }
}
