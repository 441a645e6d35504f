import { Catalogue } from './catalogue';

/** Parses a catalogue and checks that every name it uses is defined in it, once; the error names the place. */
export function readCatalogue(document: unknown): Catalogue {
  const catalogue = Catalogue.parse(document);
  const { cohorts, facts, flags, matrices, products, workloads } = catalogue;
  const names = {
    facts: unique('facts', idsOf(facts)),
    skus: unique('skus', idsOf(catalogue.skus)),
    areas: unique('solutionAreas', idsOf(catalogue.solutionAreas)),
    topics: unique('topics', idsOf(catalogue.topics)),
    products: unique('products', idsOf(products)),
    matrices: unique('matrices', idsOf(matrices)),
  };
  unique('cohorts', idsOf(cohorts));
  unique(
    'headers',
    [...flags, ...cohorts].map((each) => each.header),
  );
  // Without a list of skus any may be named.
  const knownSkus = (used: string[], place: string) => {
    if (names.skus.size > 0) known(names.skus, used, place);
  };
  for (const { id, source } of facts) {
    if ('skus' in source && source.skus) knownSkus(source.skus, `facts.${id}.skus`);
    if ('topics' in source && source.topics) known(names.topics, source.topics, `facts.${id}.topics`);
  }
  for (const { id, area, topics, skus, fit, intent } of products) {
    const at = `products.${id}`;
    known(names.areas, [area], `${at}.area`);
    known(names.topics, topics, `${at}.topics`);
    knownSkus(skus, `${at}.skus`);
    known(names.facts, fit.facts, `${at}.fit.facts`);
    known(names.facts, intent.facts, `${at}.intent.facts`);
    known(names.facts, (intent.alternatives ?? []).flat(), `${at}.intent.alternatives`);
    known(names.facts, Object.keys(fit.monotone ?? {}), `${at}.fit.monotone`);
    known(names.facts, Object.keys(intent.monotone ?? {}), `${at}.intent.monotone`);
  }
  for (const { id, product } of cohorts) known(names.products, [product], `cohorts.${id}.product`);
  for (const { name, fact } of workloads) known(names.facts, [fact], `workloads.${name}.fact`);
  known(names.matrices, [catalogue.matrix], 'matrix');
  return catalogue;
}

function idsOf(list: { id: string }[]): string[] {
  return list.map((each) => each.id);
}

function unique(place: string, ids: string[]): Set<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Error(`catalogue: ${place}: ${id} stands twice`);
    seen.add(id);
  }
  return seen;
}

function known(defined: Set<string>, used: string[], place: string): void {
  const missing = used.find((id) => !defined.has(id));
  if (missing !== undefined) throw new Error(`catalogue: ${place}: ${missing} is not defined`);
}
