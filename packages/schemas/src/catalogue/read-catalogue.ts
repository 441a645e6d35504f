import { Catalogue } from './catalogue';

/** Parses a catalogue and checks that every name it uses is defined in it; the error names the place. */
export function readCatalogue(document: unknown): Catalogue {
  const catalogue = Catalogue.parse(document);
  const facts = unique(
    'facts',
    catalogue.facts.map((f) => f.id),
  );
  const skus = new Set(catalogue.skus.map((s) => s.id));
  const areas = new Set(catalogue.solutionAreas.map((a) => a.id));
  const topics = new Set(catalogue.topics.map((t) => t.id));
  const products = unique(
    'products',
    catalogue.products.map((p) => p.id),
  );
  unique(
    'cohorts',
    catalogue.cohorts.map((c) => c.id),
  );
  for (const product of catalogue.products) {
    const at = `products.${product.id}`;
    known(areas, [product.area], `${at}.area`);
    known(topics, product.topics, `${at}.topics`);
    if (skus.size > 0) known(skus, product.skus, `${at}.skus`);
    known(facts, product.fit.facts, `${at}.fit.facts`);
    known(facts, product.intent.facts, `${at}.intent.facts`);
  }
  for (const cohort of catalogue.cohorts) known(products, [cohort.product], `cohorts.${cohort.id}.product`);
  for (const workload of catalogue.workloads)
    known(facts, [workload.fact], `workloads.${workload.name}.fact`);
  if (!catalogue.matrices.some((m) => m.id === catalogue.matrix)) {
    throw new Error(`catalogue ${catalogue.id}: matrix: ${catalogue.matrix} is not defined`);
  }
  return catalogue;
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
