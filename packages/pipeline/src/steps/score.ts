import { catalogueMatrix, type Product } from '@ascent/schemas';
import type { ScoredProduct } from '@ascent/scoring';
import { readModel, readPropensity, readRevenue } from '@ascent/services';
import { asOfDays, featuresRelease, type Month, stepDetail } from '../month';
import { restOn } from '../rest-on';
import { scoreAccounts } from '../score-accounts';
import { FeaturesDetail } from './features';
import { TrainDetail } from './train';

/**
 * Scores every account in scope for every product. `base`: the release whose scores hold for all accounts that this
 * one does not score itself, because features hold only those that differ; null = all are scored.
 */
export async function score(month: Month): Promise<{ base: string | null }> {
  const { warehouse, catalogue, releaseId } = month;
  const detail = TrainDetail.parse(await stepDetail(month, 'train'));
  const base = await baseOf(month, detail);
  const { score: scoreDay, fit } = asOfDays(month);
  await scoreAccounts(warehouse, {
    releaseId,
    featuresRelease: await featuresRelease(month),
    ownOnly: base !== null,
    days: { fit, score: scoreDay },
    products: await scoredProducts(month, catalogue.products, detail),
    matrix: catalogueMatrix(catalogue),
    bands: catalogue.revenueBands,
  });
  return { base: await restOn(warehouse, { releaseId, base }) };
}

/** Products of a catalogue with the documents that serve them. */
export async function scoredProducts(
  { db }: Pick<Month, 'db'>,
  products: readonly Product[],
  detail: TrainDetail,
): Promise<ScoredProduct[]> {
  const given = async <T>(id: string | undefined, read: (id: string) => Promise<T>) => (id ? read(id) : null);
  const model = async (id: string) => (await readModel(db, id)).document;
  const found: ScoredProduct[] = [];
  for (const { id, levelCuts } of products)
    found.push({
      id,
      levelCuts,
      fit: await given(detail.fit[id], model),
      intent: await given(detail.intent[id], model),
      propensity: await given(detail.propensity[id], (each) => readPropensity(db, each)),
      revenue: await given(detail.revenue[id], (each) => readRevenue(db, each)),
    });
  return found;
}

/** The release that features rest on, if the same models gave its scores and it has them all itself. */
async function baseOf(month: Month, detail: TrainDetail): Promise<string | null> {
  const { base } = FeaturesDetail.parse(await stepDetail(month, 'features'));
  if (base === null) return null;
  const scored = await stepDetail(month, 'score', base);
  const before = TrainDetail.parse(await stepDetail(month, 'train', base));
  return scored.base === null && modelsOf(before) === modelsOf(detail) ? base : null;
}

/** What scores follow from beside the facts; models of renewals say nothing about accounts. */
function modelsOf({ fit, intent, propensity, revenue }: TrainDetail): string {
  return JSON.stringify([fit, intent, propensity, revenue].map((each) => Object.entries(each).sort()));
}
