import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { runCycle } from '@ascent/pipeline';
import { defaultCatalogue, FeedName, type ModelCard, type Period } from '@ascent/schemas';
import { listReleases, readModel, releaseManifest } from '@ascent/services';
import { scoresOf } from '@ascent/warehouse';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { sampleMarket } from '../sample/fill-sample';
import { ingestInto } from '../sample/ingest-into';
import { writeMarket } from '../sample/write-market';
import type { Stores } from '../stores/open-stores';
import { type Bench, rounded, withPrivateStores } from './bench';
import { expectedAuc } from './expected-auc';

/** Seeds that nothing was built on. */
const SEEDS = Array.from({ length: 20 }, (_, index) => 101 + index);
const ACCOUNTS = 6000;
/** The last month whose newest outcomes all lie before the world changes, and the first whose newest all lie after. */
const CALM: Period = '2026-04';
const CHANGED: Period = '2026-08';
const END: Period = '2026-10';
/** How many seeds are also held against the true chances of their last month. */
const TRUTH_SEEDS = 3;
/** Facts of which the market changes what they tell. */
const PLANTED_DRIFT = /^(hiring|(signal|recent|surge)Security)/;
/** Products of whose purchases hiring tells much while it does. */
const HIRING = ['M365', 'Surface', 'D365SP'];
const TOP = 6;

type Seen = { period: Period; alarms: string[]; z: Record<string, number>; cards: Map<string, ModelCard> };

/** What was planted in the market against what the month finds, at seeds that nothing was built on. */
export const benchRecovery: Bench = async (progress) => {
  const falseAlarms: string[] = [];
  const hits: string[][] = [];
  const shares: Record<string, number[]> = {};
  const found = { topic: 0, topicOf: 0, hiring: 0, hiringOf: 0, interaction: 0, interactionOf: 0 };
  for (const [index, seed] of SEEDS.entries()) {
    await withPrivateStores(progress, async (stores, folder) => {
      const files = join(folder, 'files');
      await writeMarket({ ...sampleMarket(ACCOUNTS, END), seed }, files);
      for (const feed of FeedName.options)
        await ingestInto(stores, { feed, path: join(files, `${feed}.csv`) });
      const calm = await monthOf(stores, CALM);
      const changed = await monthOf(stores, CHANGED);
      falseAlarms.push(...calm.alarms.map((fact) => `${seed} ${fact} ${calm.z[fact]}`));
      falseAlarms.push(
        ...changed.alarms
          .filter((fact) => !PLANTED_DRIFT.test(fact))
          .map((fact) => `${seed} ${fact} ${changed.z[fact]}`),
      );
      hits.push(changed.alarms.filter((fact) => PLANTED_DRIFT.test(fact)));
      count(found, calm);
      if (index < TRUTH_SEEDS) {
        await monthOf(stores, END);
        const found = await truthShares(stores, join(files, 'truth.csv'));
        for (const [product, share] of found) shares[product] = [...(shares[product] ?? []), share];
        progress(
          `seed ${seed}: ${found.map(([product, share]) => `${product} ${share.toFixed(3)}`).join(', ')}`,
        );
      }
      progress(
        `seed ${seed}: calm ${calm.alarms.join(' ') || 'no alarm'}; changed ${changed.alarms.join(' ') || 'no alarm'}`,
      );
    });
  }
  const mean = (values: number[]) => rounded(values.reduce((sum, each) => sum + each, 0) / values.length);
  return {
    ours: mean(Object.values(shares).flat()),
    peer: null,
    ratio: null,
    floor: null,
    unit: 'share of the truth',
    detail: {
      seeds: SEEDS.length,
      accounts: ACCOUNTS,
      driftFoundIn: hits.filter((each) => each.length > 0).length,
      driftColumns: hits.map((each) => each.join(' ')),
      falseAlarms,
      shareOfTruth: Object.fromEntries(
        Object.entries(shares).map(([product, each]) => [product, mean(each)]),
      ),
      ...found,
    },
  };
};

async function monthOf(stores: Stores, period: Period): Promise<Seen> {
  const { releaseId } = await runCycle({
    period,
    catalogue: defaultCatalogue,
    seed: 1,
    warehouse: stores.warehouse,
    db: stores.host,
  });
  const manifest = (await releaseManifest(stores.host, releaseId))!;
  const concepts = manifest.validation!.concepts;
  const cards = new Map<string, ModelCard>();
  for (const kind of ['fit', 'intent'] as const)
    for (const [product, id] of Object.entries(manifest.models[kind]))
      cards.set(`${product} ${kind}`, (await readModel(stores.host, id)).card);
  return {
    period,
    alarms: concepts.filter(({ alarm }) => alarm).map(({ fact }) => fact),
    z: Object.fromEntries(concepts.map(({ fact, z }) => [fact, z])),
    cards,
  };
}

function count(found: Record<string, number>, { cards }: Seen): void {
  const top = (name: string) => (cards.get(name)?.terms ?? []).slice(0, TOP).map(({ facts }) => facts);
  for (const { id } of defaultCatalogue.products) {
    const card = cards.get(`${id} intent`);
    if (!card?.published) continue;
    const topic = /^(signal|recent|surge)[A-Z]/;
    found.topicOf! += 1;
    if (top(`${id} intent`).some((facts) => facts.some((fact) => topic.test(fact)))) found.topic! += 1;
    if (!HIRING.includes(id)) continue;
    found.hiringOf! += 1;
    if (card.terms.slice(0, 2 * TOP).some(({ facts }) => facts.includes('hiring'))) found.hiring! += 1;
  }
  const fit = cards.get('D365BC fit');
  if (!fit?.published) return;
  found.interactionOf! += 1;
  if (
    fit.terms.some(
      ({ facts }) => facts.length > 1 && facts.includes('usesErpRival') && facts.includes('industry'),
    )
  )
    found.interaction! += 1;
}

/** How far the published probabilities go from chance to the true chances, by product: 1 = as far as the truth itself. */
async function truthShares(stores: Stores, path: string): Promise<[string, number][]> {
  const truth = new Map<string, number>();
  for await (const row of createReadStream(path).pipe(parse({ columns: true })))
    truth.set(`${row.product} ${row.account_id}`, Number(row.purchase_0));
  const release = (await listReleases(stores.host)).find(({ period }) => period === END)!.id;
  const shares: [string, number][] = [];
  for (const { id } of defaultCatalogue.products) {
    const rows = await stores.warehouse.query({
      sql: `SELECT account_id, ${id}_probability AS p FROM ${scoresOf(release)} WHERE ${id}_probability IS NOT NULL ORDER BY account_id`,
      schema: z.object({ account_id: z.string(), p: z.number() }),
    });
    const chances = rows.map((row) => truth.get(`${id} ${row.account_id}`)!);
    const ours = expectedAuc(
      rows.map(({ p }) => p),
      chances,
    );
    const best = expectedAuc(chances, chances);
    if (ours !== null && best !== null) shares.push([id, (ours - 0.5) / (best - 0.5)]);
  }
  return shares;
}
