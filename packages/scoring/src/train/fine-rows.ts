import { mainScores } from '../ebm/additive';
import { drawBags } from '../ebm/bags';
import { binTable, type FineTable } from '../ebm/bin-rows';
import { logitLoss } from '../ebm/loss';
import { startLogistic } from '../ebm/start-logistic';
import { coarseCount } from '../score/score-account';
import type { TrainingRows } from './training-rows';

/** Training rows as the trainer takes them; the bags keep the rows of an account together. */
export function asFineTable(rows: TrainingRows): FineTable {
  return {
    features: rows.features.map(({ fact, bins, coarse }) => ({
      name: fact,
      bins,
      coarse: Uint8Array.from(coarse),
      coarseSize: coarseCount({ coarse }),
    })),
    fine: rows.fine,
    labels: rows.labels,
    accounts: rows.account,
    weights: rows.weights,
  };
}

/** Plain logistic terms, the simplest peer: log-odds of other rows, and the log loss on what it held out itself. */
export function logisticPeer(
  learn: TrainingRows,
  judge: TrainingRows,
  seed: number,
): { logits: Float64Array; heldLoss: number } {
  const table = binTable(asFineTable(learn));
  const [bag] = drawBags(learn.labels.length, { bags: 1, seed, accounts: learn.account });
  const mains = startLogistic(table, bag!);
  const heldLoss = logitLoss(mainScores(mains, table, bag!.held), table, bag!.held);
  const other = binTable(asFineTable(judge));
  return { logits: mainScores(mains, other), heldLoss };
}
