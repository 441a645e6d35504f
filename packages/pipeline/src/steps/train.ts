import { type Binning, ConceptDrift, fitPeriod } from '@ascent/schemas';
import { readBinning, readModel } from '@ascent/services';
import { z } from 'zod';
import { asOfDays, type Month, previousManifest, stepDetail } from '../month';
import { withPins } from '../pins';
import { keepPropensity } from '../propensity';
import { trainRenewal } from '../renewal';
import { fitRevenueOf } from '../revenue';
import { type Training, trainEach, training } from '../training';
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
    .array(z.object({ product: z.string(), model: z.string(), column: z.string(), message: z.string() }))
    .default([]),
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
  const { catalogue, db } = month;
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
  const trainings: Training[] = [];
  for (const product of products) {
    const revenue = await fitRevenueOf(month, product, binning, asOf.fitTraining);
    if (revenue) detail.revenue[product.id] = revenue;
    const kept = await quartersModel(month, before?.fit[product.id]);
    if (kept) detail.fit[product.id] = kept;
    else
      trainings.push(
        await training(month, { product, kind: 'fit', snapshots: fitRows, binning, before: before?.fit }),
      );
    trainings.push(
      await training(month, {
        product,
        kind: 'intent',
        snapshots: intentRows,
        binning,
        before: before?.intent,
      }),
    );
  }
  const served = await trainEach(month, trainings);
  detail.concepts = pooledConcepts(
    served
      .filter(({ training }) => training.kind === 'intent')
      .map(({ training, trained }) => ({
        product: training.product.id,
        cutOff: asOf.intentTraining.at(-1)!,
        concepts: trained.card.concepts,
      })),
  );
  detail.leakage = served.flatMap(({ training, trained }) =>
    trained.card.leakage.map(({ column, message }) => ({
      product: training.product.id,
      model: training.kind,
      column,
      message,
    })),
  );
  for (const { id, training } of served) detail[training.kind][training.product.id] = id;
  for (const { document: intent, trained, isChallenger, training } of served) {
    if (training.kind === 'fit' || !intent || !trained.heldOut) continue;
    const product = training.product.id;
    detail.propensity[product] = await keepPropensity(month, {
      product,
      fit: (await readModel(db, detail.fit[product]!)).document,
      intent,
      snapshots: intentRows,
      rows: training.rows,
      which: trained.heldOut.rows,
      logits: isChallenger ? trained.heldOut.logits : null,
    });
  }
  return detail;
}
/** Fit is fitted once a quarter: the release before has it already, unless the catalogue has changed since. */
async function quartersModel(month: Month, id: string | undefined): Promise<string | null> {
  const before = await previousManifest(month);
  if (!id || before?.catalogue.hash !== month.catalogueHash) return null;
  return (await readModel(month.db, id)).period === fitPeriod(month.period) ? id : null;
}
