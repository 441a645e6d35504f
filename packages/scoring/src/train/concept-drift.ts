import type { ModelCard } from '@ascent/schemas';
import { placesOfEdges } from '../ebm/places';
import { asFineTable } from './fine-rows';
import type { TrainingRows } from './training-rows';

/**
 * Whether facts tell the latest outcomes what they told the earlier ones. For each number a score test of its place
 * (signed logarithm) beside the challenger's log-odds, which the earlier rows taught, with the rate free to move; the
 * error of what was taught counts as well, so that without drift the figure is about standard normal.
 */
export function conceptDrift(
  earlier: TrainingRows,
  later: TrainingRows,
  logits: Float64Array,
): ModelCard['concepts'] {
  const p = recentred(logits, later.labels);
  const { features } = asFineTable(earlier);
  const rate = later.labels.reduce((sum, label) => sum + label, 0) / Math.max(1, later.labels.length);
  return features.flatMap((feature, f) => {
    const places = placesOfEdges(feature);
    if (!places) return [];
    const placed = (rows: TrainingRows) => {
      const bins = rows.fine[f]!;
      const found = new Float64Array(bins.length);
      for (let row = 0; row < bins.length; row++)
        found[row] = bins[row] === 0 ? Number.NaN : places[bins[row]!]!;
      return found;
    };
    const now = informed(placed(later), (row) => p[row]! * (1 - p[row]!));
    // What the earlier rows knew of this slope, at the rate of now.
    const then = informed(placed(earlier), () => rate * (1 - rate));
    if (!(now.information > 1e-9) || !(then.information > 1e-9)) return [];
    let score = 0;
    for (let row = 0; row < later.labels.length; row++) score += (later.labels[row]! - p[row]!) * now.x[row]!;
    const variance = now.information * (1 + now.information / then.information);
    return [{ fact: feature.name, z: Math.round((100 * score) / Math.sqrt(variance)) / 100 }];
  });
}

/** Places about their weighted mean, the missing at it, with the information on their slope. */
function informed(
  places: Float64Array,
  weightOf: (row: number) => number,
): { x: Float64Array; information: number } {
  let [weights, sum] = [0, 0];
  places.forEach((place, row) => {
    if (Number.isNaN(place)) return;
    const weight = weightOf(row);
    weights += weight;
    sum += weight * place;
  });
  const mean = sum / Math.max(weights, 1e-12);
  const x = places.map((place) => (Number.isNaN(place) ? 0 : place - mean));
  const information = x.reduce((total, each, row) => total + weightOf(row) * each * each, 0);
  return { x, information };
}

/** Probabilities shifted so that they expect as many positives as there are. */
function recentred(logits: Float64Array, labels: Uint8Array): Float64Array {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const at = (shift: number) => logits.map((logit) => 1 / (1 + Math.exp(-logit - shift)));
  let [low, high] = [-10, 10];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, each) => sum + each, 0) < positives) low = middle;
    else high = middle;
  }
  return at((low + high) / 2);
}
