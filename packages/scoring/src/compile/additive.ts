import type { FactBins, Term } from '@ascent/schemas';
import { binCount } from '../bin/bin-of';
import { coarseCount } from '../score/score-account';
import { type Block, sizeOf } from './blocks';

/** What the compiler looks at of a document: an integer sum of terms over stored bins. `name` is for errors. */
export type Additive = { name: string; binning: string; features: FactBins[]; terms: Term[]; base: number };

export function factsOf(model: Pick<Additive, 'features'>, term: Term): FactBins[] {
  return term.features.map((at) => model.features[at]!);
}

/** Points of a term at every cell of a block that holds its facts. */
export function pointsByCell(model: Pick<Additive, 'features'>, term: Term, block: Block): Int32Array {
  let at = new Int32Array(1);
  for (const fact of block.facts) {
    const part = placesOf(model, term, { fact, grain: block.grain });
    const next = new Int32Array(at.length * part.length);
    for (let cell = 0; cell < next.length; cell++)
      next[cell] = at[Math.floor(cell / part.length)]! + part[cell % part.length]!;
    at = next;
  }
  return at.map((index) => term.points[index] ?? 0);
}

/** What a fact's bin adds to the index into a term's points; nothing where the term does not look at the fact. */
function placesOf(
  { features }: Pick<Additive, 'features'>,
  term: Term,
  { fact, grain }: { fact: FactBins; grain: Block['grain'] },
): Int32Array {
  const part = new Int32Array(sizeOf(fact, grain));
  const alone = term.features.length === 1;
  let stride = 1;
  for (const index of [...term.features].reverse()) {
    const feature = features[index]!;
    if (feature.fact === fact.fact)
      part.forEach((_, bin) => {
        part[bin]! += stride * (alone || grain === 'coarse' ? bin : fact.coarse[bin]!);
      });
    stride *= coarseCount(feature);
  }
  return part;
}

/** Models that read the same stored bytes must mean the same by them. */
export function assertOneBinning(models: readonly Additive[]): void {
  const known = new Map<string, { text: string; name: string }>();
  for (const { name, binning, features } of models) {
    if (binning !== models[0]!.binning)
      throw new Error(`${name} reads binning ${binning}, ${models[0]!.name} reads ${models[0]!.binning}`);
    for (const feature of features) {
      if (feature.coarse.length !== binCount(feature.bins))
        throw new Error(`${name}: ${feature.fact} has coarse bins for another number of bins`);
      const text = JSON.stringify(feature);
      const before = known.get(feature.fact);
      if (before && before.text !== text)
        throw new Error(`${name} and ${before.name} have different bins of ${feature.fact}`);
      known.set(feature.fact, { text, name });
    }
  }
}
