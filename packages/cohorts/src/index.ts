export { type ColumnSql, compileMembership, compileRule } from './compile';
export { evaluateRule, type FactValues } from './evaluate';
export { type Explanation, explainRule } from './explain';
export { formatRule } from './format';
export { parseRule } from './parse';
export {
  type FactType,
  factsOfRule,
  type NumberTerm,
  type Operator,
  type Rule,
  type RuleTypes,
  ruleTypes,
} from './rule';
export { RuleError } from './rule-error';
