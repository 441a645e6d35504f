import { type Binning, ConceptDrift, fitPeriod, LeakageFinding } from '@ascent/schemas';
import { readBinning, readModel } from '@ascent/services';
import { z } from 'zod';
import { asOfDays, type Month, previousManifest, stepDetail } from '../month';
import { withPins } from '../pins';
import { trainRenewal } from '../renewal';
import { fitRevenueOf } from '../revenue';
import { choosePropensities, propensityTrainings } from '../train-propensity';
import { championOf, keepEach, type Taught, type Training, teachEach, training } from '../training';
import { readSnapshots } from '../training-rows';
import { pooledConcepts } from '../validation/drift';
import { FeaturesDetail } from './features';

const ByProduct = z.record(z.string(), z.string());

/** Ids of what serves, by product; a product without enough evidence for an estimate is absent from it. */
export const ModelsOfRelease = z.object({
  fit: ByProduct,
  intent: ByProduct,
  propensity: ByProduct,
  revenue: ByProduct,
  renewal: z.string().nullable(),
});
export const TrainDetail = ModelsOfRelease.extend({
  binning: z.string(),
  /** What facts tell of the latest outcomes, over all products. */
  concepts: z.array(ConceptDrift).default([]),
  /** Facts that looked leaked, and were left out. */
  leakage: z
    .array(
      z.object({
        product: z.string(),
        model: z.string(),
        column: z.string(),
        kind: LeakageFinding.shape.kind,
        figure: z.number(),
      }),
    )
    // Earlier versions noted sentences here.
    .catch([]),
});
export type TrainDetail = z.infer<typeof TrainDetail>;

/** Fits every product's models on what was known then and what happened after, and says which of them serve. */
export async function train(month: Month): Promise<TrainDetail & { dataHash: string; own: TrainDetail }> {
  const features = FeaturesDetail.parse(await stepDetail(month, 'features'));
  const binning = await readBinning(month.db, features.binning);
  const own = month.siblingId
    ? TrainDetail.parse((await stepDetail(month, 'train', month.siblingId)).own)
    : await trainAll(month, binning);
  // What training chose is kept beside what serves: a choice of staff that is taken back needs no new training.
  return { ...(await withPins(month, own)), own, dataHash: month.dataHash };
}

async function trainAll(month: Month, binning: Binning): Promise<TrainDetail> {
  const { catalogue } = month;
  const { products, horizonDays } = catalogue;
  const asOf = asOfDays(month);
  const detail: TrainDetail = {
    binning: binning.id,
    fit: {},
    intent: {},
    propensity: {},
    revenue: {},
    renewal: await trainRenewal(month),
    concepts: [],
    leakage: [],
  };
  const before = (await previousManifest(month))?.models;
  const fitRows = await readSnapshots(month, binning, asOf.fitTraining, { kind: 'best-customer' });
  const intentRows = await readSnapshots(month, binning, asOf.intentTraining, {
    kind: 'purchase',
    days: horizonDays,
  });
  // The longest first, so that no thread waits for one in the end.
  const trainings = await propensityTrainings(month, {
    ...{ products, snapshots: intentRows, binning, before: before?.propensity },
  });
  for (const product of products) {
    const revenue = await fitRevenueOf(month, product, binning, asOf.fitTraining);
    if (revenue) detail.revenue[product.id] = revenue;
    const kept = await quartersModel(month, before?.fit[product.id]);
    if (kept) detail.fit[product.id] = kept;
    else
      trainings.push(
        training(month, {
          ...{ product, kind: 'fit', snapshots: fitRows, binning },
          champion: await championOf(month, before?.fit[product.id]),
        }),
      );
    trainings.push(
      training(month, {
        ...{ product, kind: 'intent', snapshots: intentRows, binning },
        champion: await championOf(month, before?.intent[product.id]),
      }),
    );
  }
  const taught = await teachEach(month, trainings);
  const of = (kind: Training['kind']) => taught.filter(({ training }) => training.kind === kind);
  for (const { id, training } of await keepEach(month, of('fit'))) detail.fit[training.product.id] = id;
  const intents = await keepEach(month, of('intent'));
  for (const { id, training } of intents) detail.intent[training.product.id] = id;
  detail.concepts = pooledConcepts(
    intents.map(({ training, trained }) => ({
      product: training.product.id,
      cutOff: asOf.intentTraining.at(-1)!,
      concepts: trained.card.concepts,
    })),
  );
  detail.propensity = await choosePropensities(month, of('propensity'), { fit: detail.fit, intents });
  detail.leakage = leaksOf([...of('fit'), ...of('intent'), ...of('propensity')]);
  return detail;
}

/** Facts left out, by product and model. */
function leaksOf(taught: readonly Taught[]): TrainDetail['leakage'] {
  return taught.flatMap(({ training, trained }) =>
    trained.card.leakage.map(({ column, kind, figure }) => ({
      product: training.product.id,
      model: training.kind,
      column,
      kind,
      figure,
    })),
  );
}

/** Fit is fitted once a quarter: the release before has it already, unless the catalogue has changed since. */
async function quartersModel(month: Month, id: string | undefined): Promise<string | null> {
  const before = await previousManifest(month);
  if (!id || before?.catalogue.hash !== month.catalogueHash) return null;
  return (await readModel(month.db, id)).period === fitPeriod(month.period) ? id : null;
}
