import type { ModelDocument } from '@ascent/schemas';
import fc from 'fast-check';
import { binCount } from '../bin/bin-of';
import { coarseCount } from '../score/score-account';
import { modelArbitrary } from './arbitraries';

/** Random models with terms of one, two and, where there are as many facts, three of them. */
export function anyModel(): fc.Arbitrary<ModelDocument> {
  return modelArbitrary().chain((model) => {
    if (model.features.length < 3) return fc.constant(model);
    const features = [0, 1, 2];
    const size = features.reduce((product, at) => product * coarseCount(model.features[at]!), 1);
    return fc
      .array(fc.integer({ min: -200, max: 200 }), { minLength: size, maxLength: size })
      .map((points) => ({ ...model, method: 'triples', terms: [...model.terms, { features, points }] }));
  });
}

/** Stored fine bins of an account, one for each feature of the model. */
export function binsFor({ features }: Pick<ModelDocument, 'features'>): fc.Arbitrary<number[]> {
  return fc.tuple(...features.map(({ bins }) => fc.integer({ min: 0, max: binCount(bins) - 1 })));
}
