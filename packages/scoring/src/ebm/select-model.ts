import type { Bag } from './bags';
import type { BinnedTable } from './bin-rows';
import { FIT } from './boost';
import { type BagFit, collapse } from './collapse';
import { logitLoss } from './loss';
import { logOddsOf } from './predict';

export type Method = 'logistic' | 'mains' | 'pairs' | 'triples';
/** `margin`: how much lower its log loss must be than that of what stands before it. */
export type Candidate = { method: Method; fits: BagFit[]; margin: number };
/** Log-odds of the rows that at least one bag held out, averaged over those bags only. */
export type OutOfBag = { rows: Int32Array; scores: Float64Array; loss: number };

/** The method whose out-of-bag log loss is lowest; of near equals the first, so simple ones are listed first. */
export function selectModel(table: BinnedTable, bags: Bag[], candidates: Candidate[]) {
  const judged = candidates.map((candidate) => ({
    ...candidate,
    outOfBag: outOfBag(table, bags, candidate.fits),
  }));
  return judged.reduce((best, each) => (each.outOfBag.loss < best.outOfBag.loss - each.margin ? each : best));
}

function outOfBag(table: BinnedTable, bags: Bag[], fits: BagFit[]): OutOfBag {
  const { labels, features, fine } = table;
  const scores = new Float64Array(labels.length);
  const times = new Uint8Array(labels.length);
  bags.forEach(({ held }, at) => {
    const ofBag = logOddsOf(collapse(features, [fits[at]!], FIT.rate), fine, labels.length);
    for (const row of held) {
      scores[row]! += ofBag[row]!;
      times[row]! += 1;
    }
  });
  const rows = Int32Array.from(labels.keys()).filter((row) => times[row]! > 0);
  for (const row of rows) scores[row]! /= times[row]!;
  return { rows, scores, loss: logitLoss(scores, labels, rows) };
}
