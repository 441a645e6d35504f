import { createHash } from 'node:crypto';
import type { Db } from '@ascent/db';
import type { Catalogue, Period } from '@ascent/schemas';
import {
  baseRelease,
  collectInputs,
  findCandidate,
  forgetSteps,
  holdCycle,
  type Inputs,
  previousRelease,
  publishedRelease,
  readPins,
  rememberCatalogue,
  siblingRelease,
  stepEnded,
  stepStarted,
  stepState,
} from '@ascent/services';
import type { Warehouse } from '@ascent/warehouse';
import { CYCLE, type Step } from './cycle';
import type { Month } from './month';

/** Changes whenever the same inputs would give other rows. */
const CODE_VERSION = '5';

type StepEvent = { step: string; at: number; of: number; done: boolean; ms: number };

export type CycleOptions = {
  period: Period;
  catalogue: Catalogue;
  seed: number;
  warehouse: Warehouse;
  db: Db;
  /** Runs this step and those after it again, even when nothing changed. */
  from?: string;
  /** The loads to take instead of all that are done now: those of a release that is to be corrected. */
  inputs?: Inputs;
  onStep?: (event: StepEvent) => void;
};

/** `unchanged`: the published release already is what this cycle gives. `steps`: milliseconds of those that ran. */
export type CycleOutcome = {
  releaseId: string;
  contentHash: string;
  unchanged: boolean;
  steps: Record<string, number>;
};

/** Runs a period's cycle to its release; what an earlier, killed run finished is not done again. */
export async function runCycle(options: CycleOptions): Promise<CycleOutcome> {
  const from = options.from === undefined ? undefined : stepIndex(options.from);
  return holdCycle(options.db, () => runHeld(options, from));
}

async function runHeld(options: CycleOptions, from: number | undefined): Promise<CycleOutcome> {
  const { db, period, catalogue, seed, warehouse } = options;
  const catalogueHash = await rememberCatalogue(db, catalogue);
  const { inputs, contentHash } = await collectInputs(db, options.inputs);
  if (inputs.accounts.length === 0)
    throw new Error('there are no accounts yet: ingest the accounts feed first');
  const previousId = await previousRelease(db, period);
  const pins = await readPins(db);
  // What features and models follow from; which of the models serve is staff's choice beside it.
  const dataHash = hashed(`${CODE_VERSION} ${contentHash} ${catalogueHash} ${seed} ${previousId ?? ''}`);
  const inputsHash = hashed(`${dataHash} ${JSON.stringify(pins)}`);
  const { releaseId, finished } = await findCandidate(db, { period, inputsHash, again: from !== undefined });
  const steps: Record<string, number> = {};
  if (!finished) {
    const afresh = from !== undefined && from <= CYCLE.findIndex((step) => step.name === 'train');
    const recipe = hashed(`${CODE_VERSION} ${catalogueHash}`);
    const siblingId = afresh ? null : await siblingRelease(db, { period, dataHash, besides: releaseId });
    const month: Month = {
      period,
      releaseId,
      previousId,
      dataHash,
      recipe,
      siblingId,
      baseId:
        afresh || siblingId ? null : await baseRelease(db, { period, besides: releaseId, recipe, inputs }),
      pins,
      catalogue,
      catalogueHash,
      inputs,
      seed,
      warehouse,
      db,
    };
    if (from !== undefined)
      await forgetSteps(
        db,
        releaseId,
        CYCLE.slice(from).map((step) => step.name),
      );
    for (const [index, step] of CYCLE.entries()) {
      if ((await stepState(db, releaseId, step.name))?.status === 'done') continue;
      const event = { step: step.name, at: index + 1, of: CYCLE.length };
      options.onStep?.({ ...event, done: false, ms: 0 });
      steps[step.name] = await runStep(month, step);
      options.onStep?.({ ...event, done: true, ms: steps[step.name]! });
    }
  }
  const published = (await publishedRelease(db, period))!;
  return {
    releaseId: published.id,
    contentHash: published.contentHash,
    unchanged: finished || published.id !== releaseId,
    steps,
  };
}

async function runStep(month: Month, step: Step): Promise<number> {
  const { db, releaseId } = month;
  const started = performance.now();
  await stepStarted(db, releaseId, step.name);
  try {
    const detail = await step.run(month);
    await stepEnded(db, releaseId, step.name, { status: 'done', detail });
    return Math.round(performance.now() - started);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    await stepEnded(db, releaseId, step.name, { status: 'failed', detail: { message } });
    throw new Error(`${month.period}: step ${step.name} failed: ${message}`, { cause });
  }
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function stepIndex(name: string): number {
  const index = CYCLE.findIndex((step) => step.name === name);
  if (index < 0)
    throw new Error(
      `--from: no step named ${name}; the steps are ${CYCLE.map((step) => step.name).join(', ')}`,
    );
  return index;
}
