import { hasLater } from './bags';
import type { FineTable, WholeTable } from './bin-rows';
import { checkFineTable } from './check-table';
import { chooseModel } from './choose-model';
import { type BagModel, type EbmJob, type EbmResult, runJob, wholeTable } from './job';
import { priorLogit } from './loss';
import type { EbmOptions, FittedEbm, Method } from './options';
import { chooseTerms, type PathGain, summedGains } from './select-terms';

export type { EbmOptions, FittedEbm } from './options';

/** Fewer rows of either class than this, or fewer accounts, carry no more than their rate. */
const CLASS_ROWS_MIN = 20;
const ACCOUNTS_MIN = 20;
const PAIRS_MAX = 20;
const PAIRS_BESIDE_TRIPLES = 0.6;
const MANY_ROWS = 30_000;
/** So many bags more, where times are known, that know nothing of the last moments. */
const LATER_BAGS = 2;
/** Terms are chosen on this many bags together. */
const SELECTION_BAGS = 2;

/** Trains the additive model on bins; the same table, options and seed give the same model bit for bit. */
export function fitBinned(table: FineTable, options: EbmOptions): FittedEbm {
  const steps = fitting(table, options);
  let step = steps.next();
  while (!step.done) step = steps.next(step.value.map((job) => runJob(table, job)));
  return step.value;
}

/** The same model from jobs that `run` has done elsewhere, in any order; it gives their results in the order of the jobs. */
export async function fitBinnedWith(
  table: FineTable,
  options: EbmOptions,
  run: (jobs: EbmJob[]) => Promise<EbmResult[]>,
): Promise<FittedEbm> {
  const steps = fitting(table, options);
  let step = steps.next();
  while (!step.done) step = steps.next(await run(step.value));
  return step.value;
}

/** Asks for jobs, stage by stage, and makes the model of their results. */
function* fitting(table: FineTable, options: EbmOptions): Generator<EbmJob[], FittedEbm, EbmResult[]> {
  checkFineTable(table);
  const { seed, monotone, classWeights } = options;
  const learning = { monotone, classWeights };
  const whole = wholeTable(table, learning);
  if (isPoor(whole)) return priorOnly(whole);
  const count = options.bags ?? (table.labels.length > MANY_ROWS ? 4 : 8);
  const later = table.times && hasLater(table.times) ? LATER_BAGS : 0;
  const common = Array.from({ length: count + later }, (_, at) => ({
    seed,
    bag: at < count ? at : at - count,
    later: at >= count,
    learning,
  }));
  const started = starts(
    yield common.map((each) => ({
      kind: 'start',
      selects: each.bag < SELECTION_BAGS && !each.later,
      ...each,
    })),
  );
  const tries = triesOf(summedGains(started.flatMap(({ gains }) => gains)), options);
  const models = modelsOf(
    yield common.map((each, at) => ({ kind: 'terms', starts: started[at]!.starts, tries, ...each })),
  );
  return chooseModel(whole, {
    seed,
    methods: tries.map(({ method }) => method),
    models: models.slice(0, count),
    later: models.slice(count),
  });
}

function starts(results: EbmResult[]) {
  return results.flatMap((each) => (each.kind === 'start' ? [each] : []));
}

function modelsOf(results: EbmResult[]): BagModel[][] {
  return results.flatMap((each) => (each.kind === 'terms' ? [each.models] : []));
}

/** Simple ones first; triples only when asked for. */
function triesOf(gains: PathGain[], { pairsMax = PAIRS_MAX, triplesMax = 0 }: EbmOptions) {
  const tries: { method: Method; terms: number[][] | null }[] = [
    { method: 'logistic', terms: null },
    { method: 'mains', terms: null },
    { method: 'pairs', terms: chooseTerms(gains, { pairsMax, triplesMax: 0 }) },
  ];
  const besideTriples = Math.ceil(pairsMax * PAIRS_BESIDE_TRIPLES);
  if (triplesMax > 0)
    tries.push({ method: 'triples', terms: chooseTerms(gains, { pairsMax: besideTriples, triplesMax }) });
  return tries;
}

function isPoor({ labels, fine, accounts }: WholeTable): boolean {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const isVaried = fine.some((bins) => bins.some((bin) => bin !== bins[0]));
  const isFew = Math.min(positives, labels.length - positives) < CLASS_ROWS_MIN;
  return isFew || !isVaried || (accounts ? !hasAccounts(accounts) : false);
}

function hasAccounts(accounts: ArrayLike<number>): boolean {
  const known = new Set<number>();
  for (let row = 0; row < accounts.length && known.size < ACCOUNTS_MIN; row++) known.add(accounts[row]!);
  return known.size >= ACCOUNTS_MIN;
}

function priorOnly(whole: WholeTable): FittedEbm {
  const model = { features: whole.features, intercept: priorLogit(whole), terms: [] };
  return {
    model,
    method: 'prior',
    outOfBagLoss: null,
    calibration: { slope: 1, shift: 0 },
    laterSlope: null,
    candidates: [],
  };
}
