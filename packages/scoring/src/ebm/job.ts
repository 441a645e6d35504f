import { type AdditiveModel, type Mains, mainScores, noMains } from './additive';
import { withinTerms } from './allowed';
import { type BagTable, bagSource, learning, takeBag } from './bag-table';
import { drawBag, laterRows } from './bags';
import { binTable, type FineTable, type WholeTable } from './bin-rows';
import type { EbmFeature, Monotone } from './bins';
import { boost, FIT } from './boost';
import { collapse } from './collapse';
import { priorLogit } from './loss';
import { inMonotoneOrder } from './monotone';
import type { EbmOptions, Method } from './options';
import { logOddsOf } from './predict';
import { type PathGain, pathGains } from './select-terms';
import { logisticMains } from './start-logistic';
import { startMains } from './start-mains';

/** What a bag's trees stand on, by turns: mixing beats any one of them. */
const STARTS = ['prior', 'logistic', 'prior', 'mains'] as const;

/** Both simple fits of one bag. */
type Starts = { logistic: Mains; mains: Mains };
/** `later`: the bag knows nothing of the last moments and is judged on them, instead of on what it held out. */
type Common = { seed: number; bag: number; later: boolean; learning: Learning };
/** What options say of the table itself. */
type Learning = Pick<EbmOptions, 'monotone' | 'classWeights'>;
/** One piece of a training, as plain data: with the table it says all, so that it may run on any thread. */
export type EbmJob =
  | ({ kind: 'start'; selects: boolean } & Common)
  | ({ kind: 'terms'; starts: Starts; tries: { method: Method; terms: number[][] | null }[] } & Common);
/** The model of one bag, and its log-odds of the rows that judge it. */
export type BagModel = {
  method: Method;
  model: Pick<AdditiveModel, 'intercept' | 'terms'>;
  judged: Float64Array;
};
export type EbmResult =
  | { kind: 'start'; starts: Starts; gains: PathGain[] }
  | { kind: 'terms'; models: BagModel[] };

/** The same table and job give the same result, wherever it runs. */
export function runJob(table: FineTable, job: EbmJob): EbmResult {
  const whole = wholeTable(table, job.learning);
  const drawn = drawBag(bagSource(whole, job.seed), job.bag, job.later);
  const bag = takeBag(whole, drawn);
  if (job.kind === 'start') {
    const starts = {
      logistic: inMonotoneOrder(logisticMains(bag), bag),
      mains: inMonotoneOrder(startMains(bag), bag),
    };
    const gains = job.selects ? pathGains(bag, mainScores(startOf(bag, starts), bag), job.seed + 1000) : [];
    return { kind: 'start', starts, gains };
  }
  const judges = job.later && whole.times ? laterRows(whole.times) : drawn.held;
  const fine = whole.fine.map((bins) => Uint8Array.from(judges, (row) => bins[row]!));
  const models = job.tries.map(({ method, terms }): BagModel => {
    const { intercept, terms: tables } = terms
      ? fitTerms(bag, startOf(bag, job.starts), { terms, seed: job.seed + 2000 })
      : collapse(bag.features, { mains: job.starts[method as keyof Starts], trees: [], rate: 0 });
    const model = { features: bag.features, intercept, terms: tables };
    return { method, model: { intercept, terms: tables }, judged: logOddsOf(model, fine, judges.length) };
  });
  return { kind: 'terms', models };
}

function fitTerms(bag: BagTable, mains: Mains, { terms, seed }: { terms: number[][]; seed: number }) {
  const start = mainScores(mains, bag);
  const allowed = withinTerms(bag.features.length, terms);
  const trees = boost(bag, { start, allowed, seed: seed + bag.index, boosting: FIT });
  return collapse(bag.features, { mains, trees, rate: FIT.rate });
}

/** The table with what options say of its features and classes, and where its bins stand. */
export function wholeTable(table: FineTable, { monotone = {}, classWeights }: Learning = {}): WholeTable {
  for (const [name, sign] of Object.entries(monotone)) checkMonotone(table.features, name, sign);
  const features = table.features.map((feature) => ({
    ...feature,
    monotone: monotone[feature.name] ?? feature.monotone,
  }));
  if (!classWeights) return binTable({ ...table, features });
  const { negative, positive } = classWeights;
  const weights = Float64Array.from(
    table.labels,
    (label, row) => (label ? positive : negative) * (table.weights?.[row] ?? 1),
  );
  return binTable({ ...table, features, weights });
}

function checkMonotone(features: EbmFeature[], name: string, sign: Monotone): void {
  const found = features.find((feature) => feature.name === name);
  if (!found) throw new Error(`there is no column ${name} to be monotone`);
  if (sign && found.bins.kind === 'category')
    throw new Error(`column ${name} is a category: it cannot be monotone`);
}

function startOf(bag: BagTable, { logistic, mains }: Starts): Mains {
  switch (STARTS[bag.index % STARTS.length]!) {
    case 'prior':
      return noMains(bag.features, priorLogit(bag, learning(bag)));
    case 'logistic':
      return logistic;
    case 'mains':
      return mains;
  }
}
