import { evaluateRule, parseRule, ruleTypes } from '@ascent/cohorts';
import { runCycle } from '@ascent/pipeline';
import { defaultCatalogue, type ModelDocument } from '@ascent/schemas';
import { driversOf, factColumn, fromPoints, scoreAccount, segmentOf } from '@ascent/scoring';
import { holdCycle, listReleases, readModel, releaseModels, shownRelease } from '@ascent/services';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { openTestMonth, TEST_PERIOD, TEST_PREVIOUS, type TestMonth } from './test-month';

let month: TestMonth;
beforeAll(async () => {
  month = await openTestMonth({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
}, 240_000);
afterAll(() => month?.close());

const Any = z.record(z.string(), z.any());
const rowsOf = (sql: string, params: Record<string, unknown> = {}) =>
  month.jobs.query({ sql, params, schema: Any });

describe('scores', () => {
  test('SQL score, TypeScript score and the sum of drivers agree exactly for 100 random accounts and every product', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const models = await releaseModels(month.platform.app, release.id);
    const matrix = defaultCatalogue.matrices.find((each) => each.id === defaultCatalogue.matrix)!;
    const accounts = await rowsOf(
      'SELECT DISTINCT account_id FROM scores WHERE release_id = {r:String} ORDER BY cityHash64(account_id, 7) LIMIT 100',
      { r: release.id },
    );
    const ids = accounts.map((row) => row.account_id);
    expect(ids).toHaveLength(100);
    const factsOn = await factsByAccount(release.id);
    const scores = await rowsOf(
      'SELECT * FROM scores WHERE release_id = {r:String} AND account_id IN {ids:Array(String)}',
      { r: release.id, ids },
    );
    let compared = 0;
    for (const score of scores) {
      const fit = await documentOf(models.fit[score.product]!);
      const intent = await documentOf(models.intent[score.product]!);
      const fitFacts =
        factsOn.get(`${release.fitAsOf} ${score.account_id}`) ??
        factsOn.get(`${release.intentAsOf} ${score.account_id}`)!;
      const intentFacts = factsOn.get(`${release.intentAsOf} ${score.account_id}`)!;
      for (const [document, facts, points, shown] of [
        [fit, fitFacts, score.fit_points, score.fit],
        [intent, intentFacts, score.intent_points, score.intent],
      ] as const) {
        if (!document || shown === null) continue;
        expect(scoreAccount(document, facts)).toEqual(fromPoints(document, points));
        const { base, drivers, cap, score: told } = driversOf(document, points, facts);
        expect(base + drivers.reduce((sum, driver) => sum + driver.points, 0) + cap).toBe(shown);
        expect(told).toBe(shown);
        compared += 1;
      }
      const segment = segmentOf(score.fit_level, score.intent_level, matrix);
      expect({ code: score.code, cluster: score.cluster }).toEqual(segment);
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('an account outside of a model’s scope has no row there, and a missing score is null', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const [large] = await rowsOf(
      `SELECT count() AS n FROM scores AS s INNER JOIN (SELECT account_id FROM features WHERE release_id = {r:String} AND as_of = {d:Date} AND (f_employees IS NULL OR f_employees >= 300)) AS f USING (account_id)
       WHERE s.release_id = {r:String} AND s.product = 'D365BC'`,
      { r: release.id, d: release.intentAsOf },
    );
    expect(large!.n).toBe(0);
    const [unseen] = await rowsOf(
      `SELECT countIf(intent IS NOT NULL) AS n, countIf(code IS NOT NULL) AS codes FROM scores WHERE release_id = {r:String}
       AND account_id IN (SELECT account_id FROM features WHERE release_id = {r:String} AND as_of = {d:Date} AND observed = 0)`,
      { r: release.id, d: release.intentAsOf },
    );
    expect(unseen).toEqual({ n: 0, codes: 0 });
  });

  async function documentOf(id: string): Promise<ModelDocument | null> {
    return (await readModel(month.platform.app, id)).document;
  }
});

describe('cohorts', () => {
  test('the members of every solution play are those for which its rule holds in TypeScript', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const types = ruleTypes(defaultCatalogue);
    const ids = (
      await rowsOf('SELECT account_id FROM features WHERE release_id = {r:String} AND as_of = {d:Date}', {
        r: release.id,
        d: release.intentAsOf,
      })
    ).map((row) => row.account_id);
    const factsOn = await factsByAccount(release.id);
    const scores = await rowsOf(
      'SELECT account_id, product, cluster FROM scores WHERE release_id = {r:String}',
      {
        r: release.id,
      },
    );
    const clusters = new Map(scores.map((row) => [`${row.account_id} ${row.product}`, row.cluster]));
    const members = await rowsOf(
      'SELECT cohort_id, account_id FROM cohort_members WHERE release_id = {r:String}',
      { r: release.id },
    );
    const stored = new Set(members.map((row) => `${row.cohort_id} ${row.account_id}`));
    const expected = new Set<string>();
    for (const id of ids) {
      const facts = { ...factsOn.get(`${release.intentAsOf} ${id}`)! };
      for (const product of defaultCatalogue.products)
        facts[`${product.id}Cluster`] = clusters.get(`${id} ${product.id}`) ?? null;
      for (const cohort of defaultCatalogue.cohorts)
        if (evaluateRule(parseRule(cohort.rule, types), facts) === true) expected.add(`${cohort.id} ${id}`);
    }
    expect(stored).toEqual(expected);
    const present = new Set(members.map((row) => row.cohort_id));
    expect(present.size).toBeGreaterThanOrEqual(11);
  });
});

describe('a month that runs again', () => {
  test('changes nothing when nothing changed, and gives the same bytes when it is made to run', async () => {
    const options = {
      period: TEST_PERIOD,
      catalogue: defaultCatalogue,
      seed: 1,
      warehouse: month.jobs,
      db: month.platform.host,
    };
    const before = (await listReleases(month.platform.host)).find((each) => each.current)!;
    const again = await runCycle(options);
    expect(again).toMatchObject({
      releaseId: before.id,
      contentHash: before.contentHash,
      unchanged: true,
      steps: {},
    });
    const forced = await runCycle({ ...options, from: 'features' });
    expect(Object.keys(forced.steps)).toHaveLength(7);
    expect(forced.contentHash).toBe(before.contentHash);
    const after = (await listReleases(month.platform.host)).find((each) => each.current)!;
    expect(after.id).toBe(before.id);
  }, 120_000);

  test('runs alone: a second cycle is refused while one runs', async () => {
    const { host } = month.platform;
    const other = holdCycle(host, () => holdCycle(host, async () => 'both'));
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    expect(await holdCycle(host, async () => 'free again')).toBe('free again');
  });

  test('without sales of the last quarter is stopped by its gate, and says so', async () => {
    const options = { catalogue: defaultCatalogue, seed: 1, warehouse: month.jobs, db: month.platform.host };
    const run = runCycle({ ...options, period: '2027-06' });
    await expect(run).rejects.toThrow(
      /the gate is red: transactions: the last sale before 2027-06-20 is of 2026/,
    );
    const releases = await listReleases(month.platform.host);
    expect(releases.find((each) => each.period === '2027-06')!.status).toBe('red');
    expect(releases.find((each) => each.current)!.period).toBe(TEST_PERIOD);
  }, 60_000);

  test('an older period never hides a newer one', async () => {
    const releases = await listReleases(month.platform.host);
    expect(releases.find((each) => each.current)!.period).toBe(TEST_PERIOD);
    expect(releases.some((each) => each.period === TEST_PREVIOUS && each.status === 'published')).toBe(true);
  });

  test('an unknown step is named together with those there are', async () => {
    const run = runCycle({
      period: TEST_PERIOD,
      catalogue: defaultCatalogue,
      seed: 1,
      warehouse: month.jobs,
      db: month.platform.host,
      from: 'feature',
    });
    await expect(run).rejects.toThrow(/no step named feature; the steps are features, train/);
  });
});

/** Facts by `day account`, as the release's features table has them. */
async function factsByAccount(releaseId: string) {
  const rows = await rowsOf('SELECT * FROM features WHERE release_id = {r:String}', { r: releaseId });
  const facts = defaultCatalogue.facts.map((fact) => [fact.id, factColumn(fact.id)] as const);
  return new Map(
    rows.map((row) => [
      `${row.as_of} ${row.account_id}`,
      Object.fromEntries(facts.map(([id, column]) => [id, row[column] ?? null])) as Record<
        string,
        number | string | null
      >,
    ]),
  );
}
