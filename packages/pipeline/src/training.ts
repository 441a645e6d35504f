import { type Binning, fitPeriod, type ModelDocument, type ModelKind, type Product } from '@ascent/schemas';
import type { Trained, TrainingJob } from '@ascent/scoring';
import { modelId, readModel, saveModel } from '@ascent/services';
import { learntFrom } from './learnt-from';
import { asOfDays, type Month } from './month';
import { trainModels } from './train-models';
import { type ProductRows, rowsOfProduct, type Snapshots } from './training-rows';

export type Wanted = {
  product: Product;
  kind: Exclude<ModelKind, 'renewal'>;
  snapshots: Snapshots;
  binning: Binning;
  champion: ModelDocument | null;
};
/** A model to be trained: what is wanted, the champion it has to beat, and its rows. */
export type Training = Wanted & { rows: ProductRows };
/** A model with what it was trained for: of the product's own rows, or of its whole solution area's. */
export type Taught = { training: Training; trained: Trained };
/** What serves: the challenger, or the champion where that foretells better. */
export type Served = {
  training: Training;
  id: string;
  document: ModelDocument | null;
  isChallenger: boolean;
  trained: Trained;
};

export function training(month: Month, wanted: Wanted): Training {
  return { ...wanted, rows: rowsFor(month, wanted) };
}

/** The document of a model; none for a product that had no such model in the release before. */
export async function championOf(month: Month, id: string | undefined): Promise<ModelDocument | null> {
  return id ? (await readModel(month.db, id)).document : null;
}

/** Keeps what came out of training. */
export async function keepEach(month: Month, all: readonly Taught[]): Promise<Served[]> {
  const served: Served[] = [];
  for (const taught of all) served.push(await kept(month, taught));
  return served;
}

/** Trains all of them; a product with too few purchases of its own learns from those of its whole solution area. */
export async function teachEach(month: Month, trainings: Training[]): Promise<Taught[]> {
  const first = await trainModels(trainings.map((each) => jobOf(month, each)));
  const broader = trainings.map((each, at) => (isPoor(first[at]!) ? broadened(month, each) : null));
  const again = await trainModels(broader.flatMap((each) => (each ? [jobOf(month, each)] : [])));
  return trainings.map((each, at): Taught => {
    const wide = broader[at] ? again.shift()! : null;
    if (!wide?.document) return { training: each, trained: first[at]! };
    const card = saidBroader(wide.card, first[at]!.card.reason, each);
    return { training: broader[at]!, trained: { ...wide, card } };
  });
}

function jobOf(month: Month, { product, kind, binning, champion, rows }: Training): TrainingJob {
  const { catalogue, period, seed } = month;
  const { facts, alternatives, monotone } = learntFrom(product, kind);
  const asOf = asOfDays(month);
  return {
    naming: {
      id: '',
      product: product.id,
      kind,
      period: kind === 'fit' ? fitPeriod(period) : period,
      seed,
      binning: binning.id,
      levelCuts: product.levelCuts,
    },
    definition: {
      label: kind === 'fit' ? 'best-customer' : 'purchase',
      days: kind === 'fit' ? product.fit.labelDays : catalogue.horizonDays,
      skus: product.skus,
      scope: product.scope ?? null,
    },
    rows,
    facts,
    alternatives,
    monotone,
    cutOffs: kind === 'fit' ? asOf.fitTraining : asOf.intentTraining,
    champion,
  };
}

function rowsFor(
  month: Month,
  { product, kind, snapshots, binning, champion }: Wanted,
  labelled?: string[],
): ProductRows {
  const { facts, alternatives } = learntFrom(product, kind);
  const looked = [...facts, ...alternatives.flat(), ...(champion?.features.map(({ fact }) => fact) ?? [])];
  return rowsOfProduct(snapshots, product.id, {
    facts: looked.filter((fact) => binning.facts.some((each) => each.fact === fact)),
    labelDays: kind === 'fit' ? product.fit.labelDays : month.catalogue.horizonDays,
    ...(labelled && { labelled }),
  });
}

function isPoor({ document, card }: Trained): boolean {
  return document === null && card.reason.startsWith('too little data');
}

function broadened(month: Month, poor: Training): Training | null {
  const labelled = month.catalogue.products
    .filter(({ area }) => area === poor.product.area)
    .map(({ id }) => id);
  if (labelled.length < 2) return null;
  return { ...poor, champion: null, rows: rowsFor(month, { ...poor, champion: null }, labelled) };
}

function saidBroader(card: Trained['card'], why: string, { product }: Training): Trained['card'] {
  return { ...card, reason: `${why}; learnt from all products of ${product.area} instead. ${card.reason}` };
}

/** Keeps a model with its card, and says which serves. */
async function kept(month: Month, { training: each, trained }: Taught): Promise<Served> {
  const { product, kind, champion } = each;
  const period = kind === 'fit' ? fitPeriod(month.period) : month.period;
  const id = modelId(
    { product: product.id, kind, period },
    { document: trained.document, card: trained.card },
  );
  const document = trained.document && { ...trained.document, id };
  await saveModel(month.db, { id, product: product.id, kind, period, document, card: trained.card });
  const serves = { training: each, trained };
  if (trained.card.decision === 'champion-kept' && champion)
    return { ...serves, id: champion.id, document: champion, isChallenger: false };
  return { ...serves, id, document, isChallenger: true };
}
