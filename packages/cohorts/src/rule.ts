import type { Catalogue } from '@ascent/schemas';
import { isCategory } from '@ascent/schemas';

export type FactType = 'number' | 'text';
export type RuleTypes = Record<string, FactType>;
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A number scaled to integers: `value / scale`, or `value / scale` times a fact. */
export type NumberTerm = { value: number; scale: number; fact: string | null };

/** A parsed rule. Every fact it names exists and every comparison is of one type. */
export type Rule =
  | { kind: 'or' | 'and'; rules: Rule[] }
  | { kind: 'not'; rule: Rule }
  | { kind: 'number'; operator: Operator; left: NumberTerm; right: NumberTerm }
  | { kind: 'text'; operator: '=' | '!='; fact: string; value: string }
  | { kind: 'in'; fact: string; values: string[]; negated: boolean }
  | { kind: 'unknown'; fact: string; negated: boolean };

/** What is wrong with a rule's text, and where: characters from 0. */
export class RuleError extends Error {
  readonly position: number;
  readonly length: number;

  constructor(message: string, position: number, length: number) {
    super(`at character ${position + 1}: ${message}`);
    this.name = 'RuleError';
    this.position = position;
    this.length = length;
  }
}

/** The facts of a catalogue, and the cluster of each product as `<Product>Cluster`. */
export function ruleTypes(catalogue: Catalogue): RuleTypes {
  return Object.fromEntries([
    ...catalogue.facts.map((fact) => [fact.id, isCategory(fact) ? 'text' : 'number'] as const),
    ...catalogue.products.map((product) => [`${product.id}Cluster`, 'text'] as const),
  ]);
}

export function factsOfRule(rule: Rule): string[] {
  const found = new Set<string>();
  const visit = (each: Rule): void => {
    switch (each.kind) {
      case 'or':
      case 'and':
        each.rules.forEach(visit);
        break;
      case 'not':
        visit(each.rule);
        break;
      case 'number':
        for (const term of [each.left, each.right]) if (term.fact !== null) found.add(term.fact);
        break;
      case 'text':
      case 'in':
      case 'unknown':
        found.add(each.fact);
        break;
    }
  };
  visit(rule);
  return [...found];
}
