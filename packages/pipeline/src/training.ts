import { type Binning, fitPeriod, type ModelDocument, type ModelKind, type Product } from '@ascent/schemas';
import type { Trained, TrainingJob } from '@ascent/scoring';
import { modelId, readModel, saveModel } from '@ascent/services';
import { asOfDays, type Month } from './month';
import { trainModels } from './train-models';
import { type ProductRows, rowsOfProduct, type Snapshots } from './training-rows';

export type Wanted = {
  product: Product;
  kind: Extract<ModelKind, 'fit' | 'intent'>;
  snapshots: Snapshots;
  binning: Binning;
  /** Ids of the models that served in the release before, by product. */
  before: Record<string, string> | undefined;
};
/** A model to be trained: what is wanted, the champion it has to beat, and its rows. */
export type Training = Wanted & { champion: ModelDocument | null; rows: ProductRows };
/** What serves: the challenger, or the champion where that foretells better. */
export type Served = {
  training: Training;
  id: string;
  document: ModelDocument | null;
  isChallenger: boolean;
  trained: Trained;
};

export async function training(month: Month, wanted: Wanted): Promise<Training> {
  const id = wanted.before?.[wanted.product.id];
  const champion = id ? (await readModel(month.db, id)).document : null;
  return { ...wanted, champion, rows: rowsFor(month, wanted, champion) };
}

/** Trains all of them; a product with too few purchases of its own learns from those of its whole solution area. */
export async function trainEach(month: Month, trainings: Training[]): Promise<Served[]> {
  const first = await trainModels(trainings.map((each) => jobOf(month, each)));
  const broader = trainings.map((each, at) => (isPoor(first[at]!) ? broadened(month, each) : null));
  const again = await trainModels(broader.flatMap((each) => (each ? [jobOf(month, each)] : [])));
  const served: Served[] = [];
  for (const [at, each] of trainings.entries()) {
    const wide = broader[at] ? again.shift()! : null;
    const chosen = wide?.document
      ? { ...wide, card: saidBroader(wide.card, first[at]!.card.reason, each) }
      : first[at]!;
    served.push(await kept(month, chosen === first[at] ? each : broader[at]!, chosen));
  }
  return served;
}

function jobOf(month: Month, { product, kind, binning, champion, rows }: Training): TrainingJob {
  const { catalogue, period, seed } = month;
  const { facts, monotone = {} } = product[kind];
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
    alternatives: alternativesOf(product, kind),
    monotone,
    cutOffs: kind === 'fit' ? asOf.fitTraining : asOf.intentTraining,
    champion,
  };
}

function rowsFor(
  month: Month,
  { product, kind, snapshots, binning }: Wanted,
  champion: ModelDocument | null,
  labelled?: string[],
): ProductRows {
  const looked = [
    ...product[kind].facts,
    ...alternativesOf(product, kind).flat(),
    ...(champion?.features.map(({ fact }) => fact) ?? []),
  ];
  return rowsOfProduct(snapshots, product.id, {
    facts: looked.filter((fact) => binning.facts.some((each) => each.fact === fact)),
    labelDays: kind === 'fit' ? product.fit.labelDays : month.catalogue.horizonDays,
    ...(labelled && { labelled }),
  });
}

function alternativesOf(product: Product, kind: Wanted['kind']): string[][] {
  return kind === 'intent' ? (product.intent.alternatives ?? []) : [];
}

function isPoor({ document, card }: Trained): boolean {
  return document === null && card.reason.startsWith('too little data');
}

function broadened(month: Month, poor: Training): Training | null {
  const labelled = month.catalogue.products
    .filter(({ area }) => area === poor.product.area)
    .map(({ id }) => id);
  if (labelled.length < 2) return null;
  return { ...poor, champion: null, rows: rowsFor(month, poor, null, labelled) };
}

function saidBroader(card: Trained['card'], why: string, { product }: Training): Trained['card'] {
  return { ...card, reason: `${why}; learnt from all products of ${product.area} instead. ${card.reason}` };
}

async function kept(month: Month, each: Training, trained: Trained): Promise<Served> {
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
