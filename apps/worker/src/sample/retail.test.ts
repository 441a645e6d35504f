import { readFile } from 'node:fs/promises';
import { connectQueue } from '@ascent/db';
import { type FreshDatabase, freshDatabase } from '@ascent/db/testing';
import { backtest, runCycle } from '@ascent/pipeline';
import { readCatalogue } from '@ascent/schemas';
import { getAccount, listAccounts, type Platform } from '@ascent/services';
import { freshWarehouse, type TestDatabase } from '@ascent/warehouse/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ingestInto } from './ingest-into';
import { example, realData } from './real-data';
import { partnerActor } from './test-month';

const lines = realData('online_retail_lines.csv.gz');
if (!lines) process.stderr.write('notice: ../shared/data is absent, the retail month is not tested\n');

describe.skipIf(!lines)('the month on a year of real orders', () => {
  let database: FreshDatabase;
  let engine: TestDatabase;
  let platform: Platform;
  const releases: string[] = [];

  beforeAll(async () => {
    database = await freshDatabase(inject('postgresUrl'));
    engine = await freshWarehouse(inject('warehouse'));
    const queue = await connectQueue({ url: database.urls.queue, supervise: false });
    const [app, host, auth] = (['app', 'host', 'auth'] as const).map((role) => database.as(role).db);
    platform = {
      app: app!,
      host: host!,
      auth: auth!,
      queue,
      warehouse: engine.as('portal'),
      exports: engine.as('export'),
    };
    const stores = { host: host!, auth: auth!, warehouse: engine.jobs };
    const mapping = async (name: string) => JSON.parse(await readFile(example(`retail/${name}`), 'utf8'));
    await ingestInto(stores, { feed: 'partners', path: example('retail/partners.csv') });
    await ingestInto(stores, {
      feed: 'accounts',
      path: lines!,
      mapping: await mapping('accounts.mapping.json'),
    });
    const sales = await ingestInto(stores, {
      feed: 'transactions',
      path: lines!,
      mapping: await mapping('transactions.mapping.json'),
    });
    expect(sales).toMatchObject({ read: 406829, accepted: 406829, rejected: 0 });
    const catalogue = readCatalogue(await mapping('catalogue.json'));
    for (const period of ['2011-09', '2011-10', '2011-11']) {
      const { releaseId } = await runCycle({ period, catalogue, seed: 1, warehouse: engine.jobs, db: host! });
      releases.push(releaseId);
    }
  }, 240_000);

  afterAll(async () => {
    await platform?.queue.stop({ graceful: false });
    await engine?.drop();
    await database?.drop();
  });

  test('three releases foresee who orders within 30 days: AUC at least .733, log loss at most .535', async () => {
    const [repeat] = await backtest({ db: platform.host, warehouse: engine.jobs }, releases);
    expect(repeat!.rows).toBeGreaterThan(10_000);
    expect(repeat!.auc).toBeGreaterThanOrEqual(0.733);
    expect(repeat!.logLoss).toBeLessThanOrEqual(0.535);
  });

  test('a report viewer sees the points of a sensitive fact, never its value', async () => {
    const as = (seesSensitive: boolean) => ({ platform, actor: partnerActor('retail', { seesSensitive }) });
    const { facts, products } = readCatalogue(
      JSON.parse(await readFile(example('retail/catalogue.json'), 'utf8')),
    );
    const product = products[0]!.id;
    const { rows } = await listAccounts(as(true), {
      sort: [{ column: `${product}IntentScore`, descending: true }],
      pageSize: 5,
    });
    const open = new Set(facts.filter((fact) => fact.visibility === 'open').map((fact) => fact.id));
    let hidden = 0;
    for (const { accountId } of rows) {
      const asked = { accountId, product };
      const [full, limited] = [await getAccount(as(true), asked), await getAccount(as(false), asked)];
      full.cards.forEach((card, at) => {
        for (const kind of ['fitDrivers', 'intentDrivers'] as const) {
          card[kind]?.drivers.forEach((driver, index) => {
            const seen = limited.cards[at]![kind]!.drivers[index]!;
            expect(seen.points).toBe(driver.points);
            expect('values' in seen).toBe(driver.facts.every((fact) => open.has(fact)));
            if (!('values' in seen)) hidden += 1;
          });
        }
      });
    }
    expect(hidden).toBeGreaterThan(0);
  });
});

const inc = realData('inc5000_2018.csv.gz');
if (!inc) process.stderr.write('notice: ../shared/data is absent, the company list is not tested\n');

describe.skipIf(!inc)('a list of real companies', () => {
  test('every one of its 5001 rows is accounted for, and a second run changes none', async () => {
    const database = await freshDatabase(inject('postgresUrl'));
    const engine = await freshWarehouse(inject('warehouse'));
    const stores = { host: database.as('host').db, auth: database.as('auth').db, warehouse: engine.jobs };
    const mapping = JSON.parse(await readFile(example('inc5000/accounts.mapping.json'), 'utf8'));
    const load = () => ingestInto(stores, { feed: 'accounts', path: inc!, mapping });
    const first = await load();
    expect(first.read).toBe(5001);
    expect(first.accepted + first.rejected).toBe(5001);
    expect(first.accepted).toBeGreaterThan(4990);
    const second = await load();
    expect(second).toMatchObject({ accepted: 0, unchanged: first.accepted, rejected: first.rejected });
    await engine.drop();
    await database.drop();
  });
});
