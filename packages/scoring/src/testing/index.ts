export { factsFor, modelArbitrary, sampled } from './arbitraries';
export { type Seeded, seeded } from './seeded';
