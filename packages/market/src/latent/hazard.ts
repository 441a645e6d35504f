import type { Step } from '../calendar';
import { type ProductId, TRAITS } from './products';

/** More is bought before the fiscal years end, in June and in December. January first. */
const SEASON = [0.8, 0.9, 1, 0.95, 1.05, 1.5, 0.75, 0.85, 1, 1, 1, 1.45];
const CALM_WISH = 0.2;
const PARTNER_EFFECT = 0.6;

/** Purchases a month of an account that neither wants a product much nor is kept from it. */
export function steadyRate(product: ProductId, traits: { fit: number; partnerQuality: number }): number {
  const suits = 0.05 + 2.6 * traits.fit ** 2.4;
  return TRAITS[product].base * suits * Math.exp(PARTNER_EFFECT * traits.partnerQuality);
}

export type Pull = {
  product: ProductId;
  steady: number;
  step: Step;
  /** True intent at the end of the step before: wanting comes first, buying after. */
  intent: number;
  /** Hired in the step before. */
  hiring: boolean;
  /** What the account owns already, and agreements that end. */
  factor: number;
};

/** Chance that an account buys a product within a step. */
export function hazard({ product, steady, step, intent, hiring, factor }: Pull): number {
  const traits = TRAITS[product];
  const talk = product === 'Security' && step.drifted ? 2 : 1;
  const wish = CALM_WISH + traits.pull * talk * intent * intent;
  const hired = hiring && !step.drifted ? traits.hiring : 1;
  return 1 - Math.exp(-steady * wish * SEASON[step.month]! * hired * factor);
}
