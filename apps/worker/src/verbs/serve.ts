import { runCycle } from '@ascent/pipeline';
import { ModelKind, Period } from '@ascent/schemas';
import {
  type Inputs,
  pinModel,
  readModel,
  readPins,
  releaseManifest,
  requireRelease,
  ServiceError,
  servedBefore,
  unpinModel,
} from '@ascent/services';
import { optional, type Progress, UsageError, type Verb } from '../cli/verb';
import type { Stores } from '../stores/open-stores';

const ACTOR = 'system:command';

export const modelPromote: Verb = {
  name: 'model promote',
  usage: 'model promote NAME [--reason TEXT]',
  about:
    'lets this model serve its product, whatever training says, and corrects the shown release without training',
  options: { reason: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  stores: true,
  run: async (given, progress, stores) =>
    serve(stores, progress, { id: given.positionals[0]!, reason: optional(given, 'reason') ?? 'promoted' }),
  say: saidServing,
};

export const modelRollback: Verb = {
  name: 'model rollback',
  usage: 'model rollback PRODUCT fit|intent [--to NAME] [--reason TEXT]',
  about: 'back to the model that served before (or to NAME), in a corrected release, without training',
  options: { to: { type: 'string' }, reason: { type: 'string' } },
  positionals: { min: 2, max: 2 },
  stores: true,
  run: async (given, progress, stores) => {
    const [product, kind] = [given.positionals[0]!, kindOf(given.positionals[1]!)];
    const to = optional(given, 'to');
    const id = to ?? (await servedBefore(stores.host, { product, kind }));
    if (!id) throw new ServiceError('not-found', `no other model has served ${product} ${kind} before`);
    const model = await readModel(stores.host, id);
    if (model.product !== product || model.kind !== kind)
      throw new UsageError(`${id} is the ${model.kind} model of ${model.product}`);
    return serve(stores, progress, { id, reason: optional(given, 'reason') ?? 'rolled back' });
  },
  say: saidServing,
};

export const modelUnpin: Verb = {
  name: 'model unpin',
  usage: 'model unpin PRODUCT fit|intent',
  about: 'lets training decide again, in a corrected release',
  positionals: { min: 2, max: 2 },
  stores: true,
  run: async (given, progress, stores) => {
    const [product, kind] = [given.positionals[0]!, kindOf(given.positionals[1]!)];
    if (!(await unpinModel(stores.host, { product, kind, actor: ACTOR })))
      throw new ServiceError('not-found', `${product} ${kind} is not held by anybody's choice`);
    return { product, kind, ...(await corrected(stores, progress)) };
  },
  say: saidServing,
};

async function serve(stores: Stores, progress: Progress, { id, reason }: { id: string; reason: string }) {
  const { product, kind } = await readModel(stores.host, id);
  const { catalogue } = await requireRelease(stores.host);
  if (!catalogue.products.some((each) => each.id === product))
    throw new ServiceError('conflict', `${id} is about ${product}, which the shown release does not score`);
  const before = (await readPins(stores.host))[`${product} ${kind}`];
  await pinModel(stores.host, { id, reason, actor: ACTOR });
  try {
    return { model: id, product, kind, ...(await corrected(stores, progress)) };
  } catch (cause) {
    // A choice that cannot serve must not stop every month to come.
    if (before) await pinModel(stores.host, { id: before, reason: 'as before', actor: ACTOR });
    else await unpinModel(stores.host, { product, kind, actor: ACTOR });
    throw cause;
  }
}

/** The shown release once more, from the same loads: only what follows from the models is made anew. */
async function corrected(stores: Stores, progress: Progress) {
  const shown = await requireRelease(stores.host);
  const manifest = await releaseManifest(stores.host, shown.id);
  const started = performance.now();
  const { releaseId, unchanged } = await runCycle({
    period: Period.parse(shown.period),
    catalogue: shown.catalogue,
    seed: manifest?.seed ?? 1,
    inputs: manifest?.inputs as Inputs | undefined,
    warehouse: stores.warehouse,
    db: stores.host,
    onStep: ({ step, done, ms }) => {
      if (done) progress(`${step}: done in ${(ms / 1000).toFixed(1)} s`);
    },
  });
  return { release: releaseId, unchanged, seconds: Math.round(performance.now() - started) / 1000 };
}

function kindOf(text: string): ModelKind {
  const kind = ModelKind.safeParse(text);
  if (!kind.success || kind.data === 'renewal' || kind.data === 'propensity')
    throw new UsageError('the kind is fit or intent');
  return kind.data;
}

function saidServing(result: Record<string, unknown>): string {
  const { model, product, kind, release, unchanged, seconds } = result;
  const what = model
    ? `${model} serves ${product} ${kind}`
    : `training decides again about ${product} ${kind}`;
  return `${what}: release ${release} ${unchanged ? 'stands as it was' : 'is published'} (${seconds} s)`;
}
