import type { Catalogue, ModelDocument } from '@ascent/schemas';
import { literal } from '@ascent/scoring';

const SHOWN = 3;

/**
 * The strongest upward drivers of fit and intent together as one text, `Employees (fit +12.3); ...`:
 * names and points only, since values may be more than a reader may see.
 */
export function explainSql(
  catalogue: Catalogue,
  fit: ModelDocument | null,
  intent: ModelDocument | null,
): string {
  const parts = [
    ...driverTuples(catalogue, fit, 'fit', 'fit_points'),
    ...driverTuples(catalogue, intent, 'intent', 'intent_points'),
  ];
  if (parts.length === 0) return "''";
  const all = parts.length === 1 ? parts[0] : `arrayConcat(${parts.join(', ')})`;
  const top = `arraySlice(arraySort(d -> (-d.1, d.2, d.3), arrayFilter(d -> d.1 > 0, ${all})), 1, ${SHOWN})`;
  const points = "concat(toString(intDiv(d.1, 10)), '.', toString(d.1 % 10))";
  return `arrayStringConcat(arrayMap(d -> concat(d.3, ' (', d.2, ' +', ${points}, ')'), ${top}), '; ')`;
}

function driverTuples(
  catalogue: Catalogue,
  model: ModelDocument | null,
  kind: string,
  points: string,
): string[] {
  if (!model) return [];
  const names = model.terms.map((term) => {
    const id = model.features[term.features[0]!]!.fact;
    return literal(catalogue.facts.find((fact) => fact.id === id)?.words.en ?? id);
  });
  return [
    `arrayMap((p, n) -> (toInt32(p), '${kind}', n), ${points}, arraySlice([${names.join(', ')}], 1, length(${points})))`,
  ];
}
