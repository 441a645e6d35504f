export { factsArbitrary, RULE_ARBITRARY_TYPES, ruleArbitrary } from './arbitraries';
