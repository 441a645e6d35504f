import { type Catalogue, isCategory } from '@ascent/schemas';

export type FactType = 'number' | 'text';
export type RuleTypes = Record<string, FactType>;
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A decimal as integers: `value / scale`, or `value / scale` times a fact. `scale` is a power of ten. */
export type NumberTerm = { value: number; scale: number; fact: string | null };

/** A parsed rule, as plain JSON. Every fact it names exists and every comparison is of one type. */
export type Rule =
  | { kind: 'or' | 'and'; rules: Rule[] }
  | { kind: 'not'; rule: Rule }
  | { kind: 'number'; operator: Operator; left: NumberTerm; right: NumberTerm }
  | { kind: 'text'; operator: '=' | '!='; fact: string; value: string }
  | { kind: 'in'; fact: string; values: string[]; negated: boolean }
  | { kind: 'unknown'; fact: string; negated: boolean };

/** The facts of a catalogue, and the cluster of each product as `<Product>Cluster`. */
export function ruleTypes(catalogue: Catalogue): RuleTypes {
  return Object.fromEntries([
    ...catalogue.facts.map((fact) => [fact.id, isCategory(fact) ? 'text' : 'number'] as const),
    ...catalogue.products.map((product) => [`${product.id}Cluster`, 'text'] as const),
  ]);
}

/** The facts and clusters that a rule looks at, each once, in the order of the text. */
export function factsOfRule(rule: Rule): string[] {
  return [...new Set(names(rule))];
}

function names(rule: Rule): string[] {
  switch (rule.kind) {
    case 'or':
    case 'and':
      return rule.rules.flatMap(names);
    case 'not':
      return names(rule.rule);
    case 'number':
      return [rule.left.fact, rule.right.fact].filter((fact) => fact !== null);
    case 'text':
    case 'in':
    case 'unknown':
      return [rule.fact];
  }
}
