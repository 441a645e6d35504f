import type { Company } from '../firm/company';
import type { Partner } from '../firm/partners';
import type { IntentPath } from '../latent/intent';
import type { ProductId } from '../latent/products';
import type { Technology } from '../seen/technologies';
import type { Agreement } from './agreements';
import type { Ledger } from './ledger';

/** What is true of an account and a product. */
export type Want = {
  product: ProductId;
  /** 0 to 1. */
  fit: number;
  /** Purchases a month without intent. */
  steady: number;
  intent: IntentPath;
  /** By step: chance of a purchase in it, given what is true when it begins. */
  chances: Float64Array;
  /** By step, from `truthFrom` on: chance of a purchase within the horizon after its end. */
  outlooks: Float64Array;
};

/** All that is true of an account, told by nobody. */
export type Life = {
  company: Company;
  partners: Partner[];
  technologies: Technology[];
  /** In the order of PRODUCTS. */
  wants: Want[];
  /** By step. */
  hiring: boolean[];
  ledger: Ledger;
  agreements: Agreement[];
};

export function wantOf(life: Life, product: ProductId): Want {
  return life.wants.find((want) => want.product === product)!;
}
