export { factsFor, modelArbitrary, sampled } from './arbitraries';
export * from './planted-rows';
export { type Seeded, seeded } from './seeded';
export { type ModelsShape, sharedModels } from './shared-models';
export * from './three-facts';
