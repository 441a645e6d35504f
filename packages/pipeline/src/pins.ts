import { ownPropensity } from '@ascent/schemas';
import { canScore, rowsWhere } from '@ascent/scoring';
import { keepDocument, readBinning, readModel, readPropensity, ServiceError } from '@ascent/services';
import { asOfDays, type Month } from './month';
import { combineScores } from './propensity';
import type { TrainDetail } from './steps/train';
import { readSnapshots, rowsOfProduct } from './training-rows';

/**
 * Lets the models that staff chose serve in place of those that training chose; a probability that both scores say
 * together is calibrated anew, one that a model of its own says does not follow from them.
 */
export async function withPins(month: Month, detail: TrainDetail): Promise<TrainDetail> {
  const { db, pins, catalogue } = month;
  if (Object.keys(pins).length === 0) return detail;
  const binning = await readBinning(db, detail.binning);
  const served: TrainDetail = {
    ...detail,
    fit: { ...detail.fit },
    intent: { ...detail.intent },
    propensity: { ...detail.propensity },
  };
  const cutOffs = asOfDays(month).intentTraining;
  const snapshots = await readSnapshots(month, binning, cutOffs, {
    kind: 'purchase',
    days: catalogue.horizonDays,
  });
  for (const { id: product } of catalogue.products) {
    let changed = false;
    for (const kind of ['fit', 'intent'] as const) {
      const id = pins[`${product} ${kind}`];
      if (!id || id === served[kind][product]) continue;
      const { document } = await readModel(db, id);
      if (document && !canScore(document, binning.facts))
        throw new ServiceError('conflict', `${id} looks at facts that are no longer collected that way`);
      served[kind][product] = id;
      changed = true;
    }
    if (!changed) continue;
    const said = served.propensity[product];
    if (said && ownPropensity(await readPropensity(db, said))) continue;
    delete served.propensity[product];
    const fit = (await readModel(db, served.fit[product]!)).document;
    const intent = (await readModel(db, served.intent[product]!)).document;
    if (!intent || cutOffs.length === 0) continue;
    const facts = binning.facts.map(({ fact }) => fact);
    const rows = rowsOfProduct(snapshots, product, { facts, labelDays: catalogue.horizonDays });
    const which = rowsWhere(rows, (row) => rows.cutOff[row] === cutOffs.length - 1);
    const document = combineScores(month, { product, fit, intent, snapshots, rows, which, logits: null });
    const kept = await keepDocument(db, 'propensity', { product, period: month.period, document });
    served.propensity[product] = kept.id;
  }
  return served;
}
