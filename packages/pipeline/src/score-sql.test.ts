import { defaultCatalogue, type ModelDocument } from '@ascent/schemas';
import {
  clusterSql,
  codeSql,
  factColumn,
  levelOf,
  levelSql,
  pointsSql,
  probabilityOf,
  probabilitySql,
  scoreAccount,
  scoreSql,
  segmentOf,
  sumSql,
} from '@ascent/scoring';
import { factsFor, modelArbitrary, sampled } from '@ascent/scoring/testing';
import { freshWarehouse } from '@ascent/warehouse/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';

const database = await freshWarehouse(inject('warehouse'), { migrated: false });
afterAll(database.drop);
const { jobs } = database;

/** Fit and intent over the same table, as a product has them. */
const PAIRS = 10;
const ACCOUNTS = 200;
const models = sampled(modelArbitrary(), { count: 2 * PAIRS, seed: 31 });
const pairs = Array.from({ length: PAIRS }, (_, at) => ({
  at,
  fit: models[2 * at]!,
  intent: models[2 * at + 1]!,
  matrix: defaultCatalogue.matrices[at % 2]!,
}));
type Pair = (typeof pairs)[number];

const columnType = (fact: string) =>
  fact.startsWith('n') ? 'Nullable(Int64)' : 'LowCardinality(Nullable(String))';

function accountsOf({ at, fit, intent }: Pair) {
  const facts = [intent, fit].map((model) => sampled(factsFor(model), { count: ACCOUNTS, seed: 100 + at }));
  return Array.from({ length: ACCOUNTS }, (_, n) => ({
    id: n,
    // A tenth is never observed: those have no intent.
    observed: Number(n % 10 !== 0),
    facts: { ...facts[0]![n]!, ...facts[1]![n]! },
  }));
}
type Account = ReturnType<typeof accountsOf>[number];

async function scoredInSql({ at, fit, intent, matrix }: Pair, accounts: Account[]) {
  const names = [...new Set([...fit.features, ...intent.features].map(({ fact }) => fact))];
  const columns = names.map((fact) => `${factColumn(fact)} ${columnType(fact)}`);
  await jobs.command({
    sql: `CREATE TABLE pair_${at} (id UInt32, observed UInt8, ${columns.join(', ')}) ENGINE = MergeTree ORDER BY id`,
  });
  const rows = accounts.map(({ facts, ...rest }) => ({
    ...rest,
    ...Object.fromEntries(Object.entries(facts).map(([fact, value]) => [factColumn(fact), value])),
  }));
  await jobs.insertRows({ table: `pair_${at}`, rows });
  const given = (sum: string, sql: string) => `if(${sum} IS NULL, NULL, ${sql})`;
  const points = `SELECT id, observed, ${pointsSql(fit)} AS fit_points, ${pointsSql(intent)} AS intent_points FROM pair_${at}`;
  const sums = `SELECT *, toNullable(${sumSql(fit, 'fit_points')}) AS fit_sum, if(observed, toNullable(${sumSql(intent, 'intent_points')}), NULL) AS intent_sum FROM (${points})`;
  const scores = `SELECT *, ${given('fit_sum', scoreSql('assumeNotNull(fit_sum)'))} AS fit, ${given('intent_sum', scoreSql('assumeNotNull(intent_sum)'))} AS intent, ${given('intent_sum', probabilitySql(intent, 'assumeNotNull(intent_sum)'))} AS probability FROM (${sums})`;
  const levels = `SELECT *, ${levelSql('fit', fit.levelCuts)} AS fit_level, ${levelSql('intent', intent.levelCuts)} AS intent_level FROM (${scores})`;
  const codes = `SELECT *, ${codeSql('fit_level', 'intent_level', matrix)} AS code FROM (${levels})`;
  return jobs.query({
    sql: `SELECT fit_points, intent_points, fit, intent, probability, fit_level, intent_level, code, ${clusterSql('fit_level', 'code', matrix)} AS cluster FROM (${codes}) ORDER BY id`,
    schema: z.record(z.string(), z.any()),
  });
}

const sumOf = (model: ModelDocument, points: number[]) =>
  points.reduce((sum, each) => sum + each, model.base);

function scoredHere({ fit, intent, matrix }: Pair, { observed, facts }: Account) {
  const [fitScore, intentScore] = [scoreAccount(fit, facts), scoreAccount(intent, facts)];
  const fitLevel = levelOf(fitScore.score, fit.levelCuts);
  const intentLevel = observed ? levelOf(intentScore.score, intent.levelCuts) : null;
  return {
    fit_points: fitScore.points,
    intent_points: intentScore.points,
    fit: fitScore.score,
    intent: observed ? intentScore.score : null,
    probability: observed ? probabilityOf(intent, sumOf(intent, intentScore.points)) : null,
    fit_level: fitLevel,
    intent_level: intentLevel,
    ...segmentOf(fitLevel, intentLevel, matrix),
  };
}

describe('a compiled model gives every account what the scorer in TypeScript gives', () => {
  const seen = { levels: new Set(), codes: new Set(), clusters: new Set(), missing: 0, capped: 0 };

  test.each(pairs)('pair $at: points, score, probability, level, code and cluster', async (pair) => {
    const accounts = accountsOf(pair);
    const found = await scoredInSql(pair, accounts);
    const expected = accounts.map((account) => scoredHere(pair, account));
    expect(found).toEqual(expected);
    for (const row of expected) {
      seen.levels.add(row.fit_level);
      seen.codes.add(row.code);
      seen.clusters.add(row.cluster);
      if (row.fit === 0 || row.fit === 1000) seen.capped += 1;
    }
    seen.missing += accounts.filter(({ facts }) => Object.values(facts).includes(null)).length;
  });

  test('and these accounts had all there is to get wrong', () => {
    expect(seen.levels.size).toBe(4);
    expect(seen.codes.size).toBe(11);
    expect(seen.clusters.size).toBe(4);
    expect(seen.missing).toBeGreaterThan(200);
    expect(seen.capped).toBeGreaterThan(50);
  });
});

test('without a fit there is neither level nor code nor cluster', async () => {
  const none = "CAST(NULL, 'Nullable(UInt16)')";
  const level = levelSql('fit', { high: 750, medium: 550, low: 300 });
  const [row] = await jobs.query({
    sql: `SELECT fit_level, code, ${clusterSql('fit_level', 'code', defaultCatalogue.matrices[0]!)} AS cluster
      FROM (SELECT *, ${codeSql('fit_level', 'intent_level', defaultCatalogue.matrices[0]!)} AS code
      FROM (SELECT ${none} AS fit, ${level} AS fit_level, toNullable('High') AS intent_level))`,
    schema: z.record(z.string(), z.any()),
  });
  expect(row).toEqual({ fit_level: null, code: null, cluster: null });
});
