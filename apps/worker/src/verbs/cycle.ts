import { type CycleOutcome, runCycle } from '@ascent/pipeline';
import { type Catalogue, cutOffDate, defaultCatalogue, Period, readCatalogue } from '@ascent/schemas';
import { listReleases, listSteps, ServiceError } from '@ascent/services';
import { optional, UsageError, type Verb, wholeNumber } from '../cli/verb';
import { readJson } from './ingest';

const SEED = 1;

export const cycleRun: Verb = {
  name: 'cycle run',
  usage: 'cycle run PERIOD [--from STEP] [--catalogue C.json] [--seed S]',
  about: 'runs the month to its release; what an earlier, killed run finished is kept',
  options: { from: { type: 'string' }, catalogue: { type: 'string' }, seed: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, progress, stores) => {
    const period = Period.safeParse(given.positionals[0]);
    if (!period.success) throw new UsageError('PERIOD is written YYYY-MM');
    const catalogue = await catalogueAt(optional(given, 'catalogue'));
    const cutOff = cutOffDate(period.data, catalogue.cutOffDay);
    if (cutOff > new Date().toISOString().slice(0, 10))
      throw new UsageError(`the cut-off of ${period.data} is ${cutOff}: that day has not come yet`);
    return runCycle({
      period: period.data,
      catalogue,
      seed: wholeNumber(given, 'seed', SEED),
      from: optional(given, 'from'),
      warehouse: stores.warehouse,
      db: stores.host,
      onStep: ({ step, at, of, done, ms }) => {
        progress(done ? `${step}: done in ${(ms / 1000).toFixed(1)} s` : `${step} (${at} of ${of})`);
      },
    });
  },
  say: (result) => {
    const { releaseId, contentHash, unchanged } = result as CycleOutcome;
    return `release ${releaseId} ${unchanged ? 'stands as it was' : 'is published'}, hash ${contentHash}`;
  },
};

export const cycleStatus: Verb = {
  name: 'cycle status',
  usage: 'cycle status',
  about: 'the steps of the latest cycle of every period',
  stores: true,
  run: async (_given, _progress, stores) => {
    const releases = await listReleases(stores.host);
    const cycles = [];
    for (const { id, period, status } of releases) {
      const steps = await listSteps(stores.host, id);
      cycles.push({
        release: id,
        period,
        status,
        steps: steps.map(({ step, status }) => ({ step, status })),
      });
    }
    return { cycles };
  },
  say: ({ cycles }) =>
    (cycles as { release: string; status: string; steps: { step: string; status: string }[] }[])
      .map(
        ({ release, status, steps }) =>
          `${release} ${status}: ${steps.map((each) => `${each.step} ${each.status}`).join(', ')}`,
      )
      .join('\n') || 'no cycle has run yet',
};

async function catalogueAt(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return defaultCatalogue;
  try {
    return readCatalogue(await readJson(path));
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    throw new ServiceError('invalid', `${path}: ${(cause as Error).message}`, { cause });
  }
}
