import { join } from 'node:path';
import { runCycle } from '@ascent/pipeline';
import { defaultCatalogue, FeedName, type ModelCard, type Period } from '@ascent/schemas';
import { readModel, releaseManifest } from '@ascent/services';
import { z } from 'zod';
import type { Progress } from '../cli/verb';
import { ingestInto } from '../sample/ingest-into';
import { sampleMarket } from '../sample/sample-market';
import { writeMarket } from '../sample/write-market';
import type { Stores } from '../stores/open-stores';
import { withPrivateStores } from './bench';
import { Aucs, aucsOf } from './recovery-shares';

/** The last month whose newest outcomes all lie before the world changes, and the last month of the market. */
const CALM: Period = '2026-04';
const END: Period = '2026-10';
/** What the market plants into the meaning of facts from 2026-04-20 on. */
const HIRING = /^hiring$/;
const SECURITY = /^(signal|recent|surge)Security$/;
/** Products of which hiring raises purchases, by half or by all of it, while it does. */
const HIRED = ['Azure', 'M365', 'Surface', 'D365SP'];
/** A driver is found when it is one of so many strongest terms of a model, which has some twenty-seven. */
const TOP = 10;

const Alarm = z.object({ fact: z.string(), z: z.number(), cutOff: z.string() });
type Alarm = z.infer<typeof Alarm>;

/** What was planted in one market, and what was found of it. */
export const SeedReport = z.object({
  seed: z.int(),
  accounts: z.int(),
  drivers: z.object({ found: z.int(), planted: z.int(), missed: z.array(z.string()) }),
  interaction: z.boolean(),
  hiringDrift: z.boolean(),
  securityDrift: z.boolean(),
  /** Of the months before and after the change; the latter on facts that did not change. */
  falseAlarms: z.object({ calm: z.array(Alarm), changed: z.array(Alarm) }),
  alarms: z.array(Alarm),
  aucs: z.record(z.string(), Aucs),
});
export type SeedReport = z.infer<typeof SeedReport>;

/** One market from its files to two releases, before and after its world changes. */
export function recoverSeed(
  { seed, accounts }: { seed: number; accounts: number },
  progress: Progress,
): Promise<SeedReport> {
  return withPrivateStores(progress, async (stores, folder) => {
    const files = join(folder, 'files');
    await writeMarket({ ...sampleMarket(accounts, END), seed }, files);
    for (const feed of FeedName.options) await ingestInto(stores, { feed, path: join(files, `${feed}.csv`) });
    const calm = await monthOf(stores, CALM);
    const end = await monthOf(stores, END);
    const found = end.alarms.filter(({ fact }) => HIRING.test(fact) || SECURITY.test(fact));
    return {
      seed,
      accounts,
      drivers: driversOf(calm.cards),
      interaction: foundInteraction(calm.cards),
      hiringDrift: found.some(({ fact }) => HIRING.test(fact)),
      securityDrift: found.some(({ fact }) => SECURITY.test(fact)),
      falseAlarms: { calm: calm.alarms, changed: end.alarms.filter((each) => !found.includes(each)) },
      alarms: found,
      aucs: await aucsOf(
        stores,
        { release: end.release, period: END, truth: join(files, 'truth.csv') },
        progress,
      ),
    };
  });
}

type Cards = ReadonlyMap<string, ModelCard>;

async function monthOf(
  stores: Stores,
  period: Period,
): Promise<{ release: string; alarms: Alarm[]; cards: Cards }> {
  const { releaseId } = await runCycle({
    period,
    catalogue: defaultCatalogue,
    seed: 1,
    warehouse: stores.warehouse,
    db: stores.host,
  });
  const { validation, models } = (await releaseManifest(stores.host, releaseId))!;
  const cards = new Map<string, ModelCard>();
  for (const kind of ['fit', 'intent'] as const)
    for (const [product, id] of Object.entries(models[kind]))
      cards.set(`${product} ${kind}`, (await readModel(stores.host, id)).card);
  const alarms = validation!.concepts
    .filter(({ alarm }) => alarm)
    .map(({ fact, z: deviation, cutOff }) => ({ fact, z: deviation, cutOff }));
  return { release: releaseId, alarms, cards };
}

/** Of every product talk about its own topic, and hiring where that raises purchases, among the strongest terms. */
function driversOf(cards: Cards): SeedReport['drivers'] {
  const planted = defaultCatalogue.products.flatMap(({ id, intent }) => {
    const own = new Set(
      intent.facts
        .concat((intent.alternatives ?? []).flat())
        .filter((fact) => /^(signal|recent|surge)[A-Z]/.test(fact)),
    );
    const drivers: [string, (fact: string) => boolean][] = [['talk', (fact) => own.has(fact)]];
    if (HIRED.includes(id)) drivers.push(['hiring', (fact) => fact === 'hiring']);
    return drivers.map(([name, isIt]) => {
      const terms = cards.get(`${id} intent`)?.terms.slice(0, TOP) ?? [];
      return { name: `${id} ${name}`, found: terms.some(({ facts }) => facts.some(isIt)) };
    });
  });
  return {
    found: planted.filter(({ found }) => found).length,
    planted: planted.length,
    missed: planted.filter(({ found }) => !found).map(({ name }) => name),
  };
}

/** A rival ERP speaks for Business Central in some industries and against it in the others. */
function foundInteraction(cards: Cards): boolean {
  const terms = cards.get('D365BC fit')?.terms ?? [];
  return terms.some(
    ({ facts }) => facts.length > 1 && facts.includes('usesErpRival') && facts.includes('industry'),
  );
}
