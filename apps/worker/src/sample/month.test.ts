import { evaluateRule, parseRule, ruleTypes } from '@ascent/cohorts';
import { CYCLE, runCycle } from '@ascent/pipeline';
import { defaultCatalogue, type ModelDocument, ownPropensity } from '@ascent/schemas';
import {
  binColumn,
  binsOf,
  driversOf,
  factColumn,
  probabilityOf,
  propensityOf,
  scoreBins,
  segmentOf,
} from '@ascent/scoring';
import {
  holdCycle,
  listReleases,
  pinModel,
  readModel,
  readPropensity,
  releaseManifest,
  releaseModels,
  servedBefore,
  shownRelease,
  unpinModel,
} from '@ascent/services';
import { type ScoreColumn, scoreColumn, scoresOf } from '@ascent/warehouse';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { reportCases } from './report-cases';
import { openTestMonth, TEST_PERIOD, TEST_PREVIOUS, type TestMonth } from './test-month';

let month: TestMonth;
beforeAll(async () => {
  month = await openTestMonth({ postgresUrl: inject('postgresUrl'), warehouse: inject('warehouse') });
}, 240_000);
afterAll(() => month?.close());

// Before anything is changed: a month takes a minute to be made, and here is one.
describe('in its reports and pages', () => reportCases(() => month));

const Any = z.record(z.string(), z.any());
const rowsOf = (sql: string, params: Record<string, unknown> = {}) =>
  month.jobs.query({ sql, params, schema: Any });

describe('scores', () => {
  test('SQL score, TypeScript score and the sum of drivers agree exactly for 100 random accounts and every product', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const models = await releaseModels(month.platform.app, release.id);
    const matrix = defaultCatalogue.matrices.find((each) => each.id === defaultCatalogue.matrix)!;
    const scores = await rowsOf(
      `SELECT * FROM ${scoresOf(release.id)} ORDER BY cityHash64(account_id, 7) LIMIT 100`,
    );
    expect(scores).toHaveLength(100);
    const factsOn = await factsByAccount(release.id);
    const binsOn = await binsByAccount(release.id);
    const on = <T>(rows: Map<string, T>, day: string, account: string) => rows.get(`${day} ${account}`);
    let compared = 0;
    for (const row of scores) {
      for (const { id } of defaultCatalogue.products) {
        const of = (field: ScoreColumn) => row[scoreColumn(id, field)];
        for (const kind of ['fit', 'intent'] as const) {
          const document = await documentOf(models[kind][id]!);
          const shown = of(kind);
          if (!document || shown === null) continue;
          const day = kind === 'fit' ? release.fitAsOf : release.intentAsOf;
          const facts = on(factsOn, day, row.account_id) ?? on(factsOn, release.intentAsOf, row.account_id)!;
          const stored = on(binsOn, day, row.account_id) ?? on(binsOn, release.intentAsOf, row.account_id)!;
          const bins = document.features.map(({ fact }) => stored[binColumn(fact)] as number);
          expect(bins).toEqual(binsOf(document, facts));
          const { base, drivers, cap, score } = driversOf(document, bins, facts);
          expect(base + drivers.reduce((sum, driver) => sum + driver.points, 0) + cap).toBe(shown);
          expect(score).toBe(shown);
          compared += 1;
        }
        const segment = segmentOf(of('fit_level'), of('intent_level'), matrix);
        expect({ code: of('code'), cluster: of('cluster') }).toEqual(segment);
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('the probability of a purchase is exactly what a model of its own or both scores together say of the stored bins', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const models = await releaseModels(month.platform.app, release.id);
    const scores = await rowsOf(
      `SELECT * FROM ${scoresOf(release.id)} ORDER BY cityHash64(account_id, 8) LIMIT 100`,
    );
    const binsOn = await binsByAccount(release.id);
    const uncapped = (document: ModelDocument, day: string, account: string) => {
      const stored = binsOn.get(`${day} ${account}`) ?? binsOn.get(`${release.intentAsOf} ${account}`)!;
      const { score, cap } = scoreBins(
        document,
        document.features.map(({ fact }) => stored[binColumn(fact)] as number),
      );
      return score - cap;
    };
    const compared = { 1: 0, 2: 0 };
    for (const { id } of defaultCatalogue.products) {
      const said = models.propensity[id];
      const document = said ? await readPropensity(month.platform.app, said) : null;
      const [fit, intent] = [await documentOf(models.fit[id]!), await documentOf(models.intent[id]!)];
      for (const row of scores) {
        const shown = row[scoreColumn(id, 'probability')];
        if (shown === null) continue;
        const sum = (model: ModelDocument | null, day: string) =>
          model ? uncapped(model, day, row.account_id) : 0;
        expect(shown).toBe(
          document!.format === 2
            ? probabilityOf(document!, sum(document, release.intentAsOf))
            : propensityOf(document!, {
                fit: sum(fit, release.fitAsOf),
                intent: sum(intent, release.intentAsOf),
              }),
        );
        compared[document!.format] += 1;
      }
    }
    // Of products of either kind.
    expect(Math.min(compared[1], compared[2])).toBeGreaterThan(100);
  });

  test('an account outside of a model’s scope has no score there, and a missing score is null', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const [large] = await rowsOf(
      `SELECT countIf(s.D365BC_fit IS NOT NULL OR s.D365BC_intent IS NOT NULL OR s.D365BC_cluster IS NOT NULL) AS n, count() AS accounts FROM ${scoresOf(release.id)} AS s INNER JOIN (SELECT account_id FROM features WHERE release_id = {r:String} AND as_of = {d:Date} AND (f_employees IS NULL OR f_employees >= 300)) AS f USING (account_id)`,
      { r: release.id, d: release.intentAsOf },
    );
    expect(large!.n).toBe(0);
    expect(large!.accounts).toBeGreaterThan(10);
    const [unseen] = await rowsOf(
      `SELECT countIf(M365_intent IS NOT NULL) AS n, countIf(M365_code IS NOT NULL) AS codes, countIf(M365_fit IS NOT NULL) AS fits FROM ${scoresOf(release.id)}
       WHERE account_id IN (SELECT account_id FROM features WHERE release_id = {r:String} AND as_of = {d:Date} AND observed = 0)`,
      { r: release.id, d: release.intentAsOf },
    );
    expect(unseen).toMatchObject({ n: 0, codes: 0 });
    expect(unseen!.fits).toBeGreaterThan(0);
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
    const scores = await rowsOf(`SELECT * FROM ${scoresOf(release.id)}`);
    const clusters = new Map(
      scores.flatMap((row) =>
        defaultCatalogue.products.map(({ id }) => [
          `${row.account_id} ${id}`,
          row[scoreColumn(id, 'cluster')],
        ]),
      ),
    );
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
    expect(Object.keys(forced.steps)).toEqual(CYCLE.map(({ name }) => name));
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

describe('a release says of itself', () => {
  test('how earlier words came out, whom it covers and what has moved', async () => {
    const release = (await shownRelease(month.platform.app))!;
    const { validation } = (await releaseManifest(month.platform.host, release.id))!;
    expect(validation!.products.map(({ product }) => product)).toEqual(
      defaultCatalogue.products.map(({ id }) => id),
    );
    // The release of the month before is thirty days old by this cut-off, and no older one is there.
    for (const { windows } of validation!.products)
      expect(windows.map(({ days, release: judged }) => [days, judged.slice(0, 7)])).toEqual([
        [30, TEST_PREVIOUS],
      ]);
    const sum = (counts: { accounts: number; bought: number }[], of: 'accounts' | 'bought') =>
      counts.reduce((all, each) => all + each[of], 0);
    const scored = validation!.products.filter(({ windows }) => sum(windows[0]!.clusters, 'accounts') > 0);
    expect(scored.length).toBeGreaterThan(2);
    const all = (name: string, of: 'accounts' | 'bought') =>
      sum(
        scored.flatMap(({ windows }) => windows[0]!.clusters.filter((each) => each.name === name)),
        of,
      );
    const rate = (name: string) => all(name, 'bought') / all(name, 'accounts');
    expect(rate('Act Now')).toBeGreaterThan(2 * rate('Educate'));
    for (const { windows } of scored)
      expect(sum(windows[0]!.codes, 'accounts')).toBeLessThanOrEqual(sum(windows[0]!.clusters, 'accounts'));
    expect(validation!.coverage.filter(({ by }) => by === 'size').length).toBeGreaterThanOrEqual(3);
    expect(validation!.features.length).toBeGreaterThan(50);
    expect(validation!.unchangedBinRows).toBeGreaterThan(0);
    expect(validation!.unchangedBinRows).toBeLessThan(1);
  });

  test('which bins it reads, and those of the month before are kept', async () => {
    const releases = await listReleases(month.platform.host);
    const published = releases.filter(({ status }) => status === 'published');
    const binnings = await Promise.all(
      published.map(async ({ id }) => (await releaseManifest(month.platform.host, id))!.binning),
    );
    expect(new Set(binnings).size).toBe(1);
  });
});

describe('a model that served before', () => {
  test('serves again without training, in a release of its own, and gives way again', async () => {
    const { host } = month.platform;
    const stores = { warehouse: month.jobs, db: host };
    const before = (await shownRelease(host))!;
    // As the command does it: the catalogue as the store gave it back.
    const options = { catalogue: before.catalogue, seed: 1, period: TEST_PERIOD };
    const { intent: served, propensity: said } = await releaseModels(host, before.id);
    // What foretells better stays, so not every product has another model that served before it.
    let product = '';
    let earlier: string | null = null;
    for (const { id } of defaultCatalogue.products) {
      const other = await servedBefore(host, { product: id, kind: 'intent' });
      if (!other || !(await readModel(host, other)).document) continue;
      [product, earlier] = [id, other];
      break;
    }
    expect(earlier).not.toBeNull();
    await pinModel(host, { id: earlier!, reason: 'the new one looks odd', actor: 'test' });
    const started = performance.now();
    const back = await runCycle({ ...options, ...stores });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(back.steps.train!).toBeLessThan(8000);
    const now = await releaseModels(host, back.releaseId);
    expect(now.intent).toEqual({ ...served, [product]: earlier });
    // A propensity of its own looks at no score; only both scores together are calibrated anew.
    const own = ownPropensity(await readPropensity(host, said[product]!));
    if (own) expect(now.propensity).toEqual(said);
    else expect({ ...now.propensity, [product]: said[product] }).toEqual(said);
    expect(back.contentHash).not.toBe(before.id);
    expect(await unpinModel(host, { product, kind: 'intent', actor: 'test' })).toBe(true);
    const again = await runCycle({ ...options, ...stores });
    const { contentHash } = (await listReleases(host)).find(({ id }) => id === before.id)!;
    expect(again.contentHash).toBe(contentHash);
  }, 120_000);
});

/** Stored bytes by `day account`. */
async function binsByAccount(releaseId: string) {
  const rows = await rowsOf('SELECT * FROM feature_bins WHERE release_id = {r:String}', { r: releaseId });
  return new Map(rows.map((row) => [`${row.as_of} ${row.account_id}`, row]));
}

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
