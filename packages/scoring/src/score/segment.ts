import type { Catalogue, Cluster, Level, LevelCuts, Matrix, SegmentCode, SizeClass } from '@ascent/schemas';

/** The level of a score in deci-points; null stays null. */
export function levelOf(score: number | null, cuts: LevelCuts): Level | null {
  if (score === null) return null;
  if (score >= cuts.high) return 'High';
  if (score >= cuts.medium) return 'Medium';
  return score >= cuts.low ? 'Low' : 'Very low';
}

/** A code needs both levels; the cluster follows the code, or the fit alone while intent is unknown. */
export function segmentOf(
  fit: Level | null,
  intent: Level | null,
  matrix: Matrix,
): { code: SegmentCode | null; cluster: Cluster | null } {
  if (fit === null) return { code: null, cluster: null };
  if (intent === null) return { code: null, cluster: matrix.clusterByFit[fit] };
  const code = matrix.codes[fit][intent];
  return { code, cluster: matrix.clusters[code] };
}

/** Consumption in cents a month; unknown size without much consumption is null. */
export function sizeClassOf(
  { employees, consumption }: { employees: number | null; consumption: number | null },
  rule: Catalogue['sizeClass'],
): SizeClass | null {
  if ((employees ?? 0) >= rule.upperMediumEmployees) return 'Upper Medium';
  if ((consumption ?? 0) > rule.upperMediumConsumptionCents) return 'Upper Medium';
  if (employees === null) return null;
  return employees >= rule.mediumEmployees ? 'Medium' : 'Very Small';
}
