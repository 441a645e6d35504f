import type { Catalogue, Period } from '@ascent/schemas';
import { type Calendar, openCalendar } from './calendar';
import { openPartners, type PartnerPool } from './firm/partners';
import { PRODUCTS, type ProductId } from './latent/products';
import { PRICE_LIST } from './sales/price-list';

export type MarketOptions = {
  catalogue: Catalogue;
  accounts: number;
  partners: number;
  /** Length of the window, which ends with `endPeriod`; sales go back three years before it. At least 6. */
  months: number;
  endPeriod: Period;
  seed: number;
};

/** What all accounts share, computed once. */
export type World = {
  seed: number;
  year: number;
  calendar: Calendar;
  partners: PartnerPool;
  topics: Record<ProductId, string>;
  /** By sku. */
  divisions: ReadonlyMap<string, string>;
  /** By group, and back. */
  technologies: ReadonlyMap<string, readonly string[]>;
  groupsOf: ReadonlyMap<string, readonly string[]>;
  lowCode: ReadonlySet<string>;
};

const MONTHS_MIN = 6;
const GROUPS = [
  'office-rival',
  'cloud-rival',
  'crm-rival',
  'erp-rival',
  'low-code-rival',
  'security-rival',
  'device-rival',
  'web',
  'data',
];

/** Throws when the catalogue lacks a product, sku or technology group that this market buys. */
export function openWorld(options: MarketOptions): World {
  const { catalogue, seed, months, endPeriod } = options;
  if (months < MONTHS_MIN) throw new Error(`a market needs at least ${MONTHS_MIN} months, not ${months}`);
  const divisions = new Map(catalogue.skus.map((sku) => [sku.id, sku.division]));
  const products = new Map(catalogue.products.map((product) => [product.id, product]));
  demand('product', PRODUCTS, (id) => products.has(id));
  demand('sku', Object.keys(PRICE_LIST), (id) => divisions.has(id));
  demand('technology group', GROUPS, (id) => (catalogue.technologies[id]?.length ?? 0) > 0);
  const topics = PRODUCTS.map((id) => [id, products.get(id)!.topics[0] ?? '']);
  const groupsOf = new Map<string, string[]>();
  for (const [group, names] of Object.entries(catalogue.technologies)) {
    for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group]);
  }
  return {
    seed,
    year: Number(endPeriod.slice(0, 4)),
    calendar: openCalendar({ catalogue, endPeriod, months }),
    partners: openPartners(seed, options.partners),
    topics: Object.fromEntries(topics) as Record<ProductId, string>,
    divisions,
    technologies: new Map(Object.entries(catalogue.technologies)),
    groupsOf,
    lowCode: new Set(catalogue.technologies['low-code-rival']),
  };
}

function demand(kind: string, ids: readonly string[], has: (id: string) => boolean): void {
  const missing = ids.find((id) => !has(id));
  if (missing !== undefined)
    throw new Error(`the market buys the ${kind} ${missing}, which the catalogue has not`);
}
