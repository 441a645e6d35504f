import { type CombinedPropensity, type ModelDocument, ownPropensity, type Product } from '@ascent/schemas';
import { calibratedModel, logitOf, type Trained } from '@ascent/scoring';
import { keepDocument, modelId, readModel, readPropensity, saveModel } from '@ascent/services';
import type { Month } from './month';
import { combineScores } from './propensity';
import { isWorse, lossesBeside } from './propensity-losses';
import { type Served, type Taught, type Training, training } from './training';
import { sumsAt } from './training-rows';

/** By product a model of all facts of fit and intent, to be trained. */
export async function propensityTrainings(
  month: Month,
  {
    products,
    before,
    ...rest
  }: Pick<Training, 'snapshots' | 'binning'> & {
    products: readonly Product[];
    /** Of the release before. */
    before: Record<string, string> | undefined;
  },
): Promise<Training[]> {
  const wanted: Training[] = [];
  for (const product of products) {
    const id = before?.[product.id];
    const champion = id ? ownPropensity(await readPropensity(month.db, id)) : null;
    wanted.push(training(month, { product, kind: 'propensity', champion, ...rest }));
  }
  return wanted;
}

/**
 * Says by product what gives the probability of a purchase: the model of all facts, or both scores together where that
 * misses less. `fit`: what serves, by product. A product with neither is absent.
 */
export async function choosePropensities(
  month: Month,
  taught: readonly Taught[],
  { fit, intents }: { fit: Record<string, string>; intents: readonly Served[] },
): Promise<Record<string, string>> {
  const serving: Record<string, string> = {};
  for (const each of taught) {
    const { id: product } = each.training.product;
    const intent = intents.find(({ training: of }) => of.product.id === product);
    const document = (await readModel(month.db, fit[product]!)).document;
    const combined = intent ? combinedOf(month, document, intent) : null;
    const id = await chosen(month, { ...each, trained: calibrated(each) }, combined);
    if (id) serving[product] = id;
  }
  return serving;
}

/** Both scores together, with the models that they are of. */
type Combined = {
  document: Omit<CombinedPropensity, 'id'>;
  fit: ModelDocument | null;
  intent: ModelDocument;
};

function combinedOf(
  month: Month,
  fit: ModelDocument | null,
  { document: intent, trained, isChallenger, training: of }: Served,
): Combined | null {
  if (!intent || !trained.heldOut) return null;
  const { rows, logits } = trained.heldOut;
  const document = combineScores(month, {
    product: of.product.id,
    fit,
    intent,
    snapshots: of.snapshots,
    rows: of.rows,
    which: rows,
    logits: isChallenger ? logits : null,
  });
  return { document, fit, intent };
}

function calibrated({ training: { rows, snapshots }, trained }: Taught): Trained {
  const { document, heldOut } = trained;
  if (!document || !heldOut) return trained;
  const all = Float64Array.from(sumsAt(snapshots, rows.origin)(document), (sum) =>
    logitOf(document.anchors, sum),
  );
  const labels = Uint8Array.from(heldOut.rows, (row) => rows.labels[row]!);
  const found = calibratedModel(
    document,
    { logits: heldOut.logits, labels },
    { logits: all, labels: rows.labels },
  );
  return found
    ? { ...trained, document: found }
    : refused(trained, 'no signal: later outcomes turn its scores round');
}

/** Keeps what serves, and its card with it; null where nothing does. */
async function chosen(
  month: Month,
  { training: of, trained }: Taught,
  combined: Combined | null,
): Promise<string | null> {
  const { id: product } = of.product;
  const { period, db } = month;
  const stays = trained.card.decision === 'champion-kept' && of.champion !== null;
  const own = stays ? of.champion : trained.document;
  const losses = own && combined && lossesBeside(of, own, combined);
  const told = losses
    ? `; log loss ${losses.own.toFixed(4)} against ${losses.combined.toFixed(4)} of both scores together on ${losses.rows} rows that taught neither: `
    : '';
  if (combined && (!own || !losses || isWorse(losses))) {
    const why = losses ? `${told}they serve` : '; both scores together serve';
    const { card } = refused(trained, `${trained.card.reason}${why}`);
    return (await keepDocument(db, 'propensity', { product, period, document: combined.document, card })).id;
  }
  const card = { ...trained.card, reason: `${trained.card.reason}${losses ? `${told}it serves` : ''}` };
  const id = modelId({ product, kind: 'propensity', period }, { document: trained.document, card });
  const document = trained.document && { ...trained.document, id };
  await saveModel(db, { id, product, kind: 'propensity', period, document, card });
  if (stays) return own!.id;
  return document && id;
}

function refused(trained: Trained, reason: string): Trained {
  return {
    ...trained,
    document: null,
    card: { ...trained.card, decision: 'refused', published: false, reason },
  };
}
