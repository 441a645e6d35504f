import type { AccountDetail } from '@ascent/api';
import { inLocale, type Locale, type ReaderCatalogue } from '@ascent/schemas';
import { uiWords } from '@ascent/ui';
import { factValue } from './fact-value';

type Clause = AccountDetail['cohorts'][number]['clauses'][number];

/** A clause of a rule with the names of its facts in words, and what the facts are for this account. */
export function clauseText(clause: Clause, catalogue: ReaderCatalogue, locale: Locale): string {
  const facts = new Map(catalogue.facts.map((fact) => [fact.id, fact]));
  const said = clause.text.replace(/'(?:[^']|'')*'|[A-Za-z][A-Za-z0-9]*/g, (name) => {
    const fact = facts.get(name);
    return fact
      ? inLocale(fact.words, locale)
      : (connective(name, locale) ?? clusterOf(name, catalogue, locale) ?? name);
  });
  // "= 0 (0)" would say it twice.
  const [only] = clause.facts;
  if (only && clause.text === `${only.name} = ${only.value}`) return said;
  const values = clause.facts.map(({ name, value }) => valueText(facts.get(name), value, locale));
  return `${said} (${values.join('; ')})`;
}

function valueText(
  fact: ReaderCatalogue['facts'][number] | undefined,
  value: string | number | null,
  locale: Locale,
): string {
  if (fact) return factValue(value, fact.unit, locale);
  const clusters: Record<string, string> = uiWords(locale).clusters;
  return value === null ? uiWords(locale).notScored.toLowerCase() : (clusters[value] ?? String(value));
}

function clusterOf(name: string, catalogue: ReaderCatalogue, locale: Locale): string | null {
  const product = catalogue.products.find((each) => name === `${each.id}Cluster`);
  return product ? `${uiWords(locale).cluster} ${inLocale(product.words, locale)}` : null;
}

const PORTUGUESE: Record<string, string> = {
  and: 'e',
  or: 'ou',
  not: 'não',
  in: 'em',
  is: 'é',
  unknown: 'desconhecido',
};

function connective(name: string, locale: Locale): string | null {
  return locale === 'pt-BR' ? (PORTUGUESE[name] ?? null) : null;
}
