import { type Explanation, evaluateRule, explainRule, parseRule, ruleTypes } from '@ascent/cohorts';
import { type Catalogue, seesFact, type Words } from '@ascent/schemas';

export type CohortMembership = {
  id: string;
  words: Words;
  category: Words;
  play: Words;
  product: string;
  member: boolean;
  clauses: Explanation[];
};

/** The cohorts an account belongs to, with the rule told fact by fact; sensitive facts lose their values. */
export function accountCohorts(
  catalogue: Catalogue,
  facts: Record<string, number | string | null>,
  seesSensitive: boolean,
): CohortMembership[] {
  const types = ruleTypes(catalogue);
  const hidden = new Set(
    catalogue.facts.filter((fact) => !seesFact(fact, seesSensitive)).map((fact) => fact.id),
  );
  return catalogue.cohorts.map(({ id, words, category, play, product, rule }) => {
    const parsed = parseRule(rule, types);
    const member = evaluateRule(parsed, facts) === true;
    const clauses = member
      ? explainRule(parsed, facts).filter((clause) => !clause.facts.some((fact) => hidden.has(fact.name)))
      : [];
    return { id, words, category, play, product, member, clauses };
  });
}
