/** Pure data: the seven products that the market buys, each with its constants. */
export const PRODUCTS = ['Azure', 'M365', 'Surface', 'D365BC', 'D365SP', 'PowerApps', 'Security'] as const;
export type ProductId = (typeof PRODUCTS)[number];

export type ProductTraits = {
  /** Purchases a month of an account of middling fit, without intent. */
  base: number;
  /** How much more an account buys at full intent. */
  pull: number;
  /** Hiring makes it more likely, until the world changes. */
  hiring: number;
  /** Share of accounts that own it when the window begins, at middling fit. */
  owned: number;
};

export const TRAITS: Record<ProductId, ProductTraits> = {
  Azure: { base: 0.0125, pull: 95, hiring: 1.5, owned: 0.16 },
  M365: { base: 0.0135, pull: 100, hiring: 2, owned: 0.42 },
  Surface: { base: 0.0155, pull: 90, hiring: 2, owned: 0.14 },
  D365BC: { base: 0.0185, pull: 100, hiring: 1, owned: 0.05 },
  D365SP: { base: 0.013, pull: 105, hiring: 1.8, owned: 0.06 },
  PowerApps: { base: 0.01, pull: 95, hiring: 1, owned: 0.08 },
  Security: { base: 0.021, pull: 75, hiring: 1, owned: 0.08 },
};
