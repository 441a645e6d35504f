import type { Row } from '@ascent/warehouse';

export type ProductScore = {
  product: string;
  cluster: string;
  code: string;
  wasCode: string;
  /** Deci-points; null = not scored. */
  fit: number | null;
  intent: number | null;
};

export function productScore(row: Row, product: string): ProductScore {
  return {
    product,
    cluster: String(row[`${product}Cluster`]),
    code: String(row[`${product}Code`]),
    wasCode: String(row[`${product}WasCode`] ?? ''),
    fit: row[`${product}FitScore`] as number | null,
    intent: row[`${product}IntentScore`] as number | null,
  };
}
