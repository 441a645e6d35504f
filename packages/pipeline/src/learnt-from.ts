import type { Product } from '@ascent/schemas';
import type { Wanted } from './training';

type Learnt = { facts: string[]; alternatives: string[][]; monotone: Record<string, 1 | -1> };

/**
 * What a product's model of a kind looks at. A propensity looks at all facts of fit and of intent, every half-life of a
 * signal beside the others; a direction holds unless the two contradict each other.
 */
export function learntFrom({ fit, intent }: Product, kind: Wanted['kind']): Learnt {
  const alternatives = intent.alternatives ?? [];
  if (kind === 'fit') return { facts: fit.facts, alternatives: [], monotone: fit.monotone ?? {} };
  if (kind === 'intent') return { facts: intent.facts, alternatives, monotone: intent.monotone ?? {} };
  const [first, second] = [fit.monotone ?? {}, intent.monotone ?? {}];
  const agreed = Object.entries({ ...first, ...second }).filter(
    ([fact, sign]) => (first[fact] ?? sign) === sign,
  );
  return {
    facts: [...new Set([...fit.facts, ...intent.facts, ...alternatives.flat()])],
    alternatives: [],
    monotone: Object.fromEntries(agreed),
  };
}
