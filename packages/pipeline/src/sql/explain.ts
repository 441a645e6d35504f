import type { Catalogue, ModelDocument } from '@ascent/schemas';
import { driverPointsSql, driverTermSql, literal } from '@ascent/scoring';

/**
 * The strongest upward drivers of fit and intent together as one text, `Employees (fit +12.3); ...`, out of the
 * column of drivers: names and points only, since values may be more than a reader may see.
 */
export function explainSql(
  catalogue: Catalogue,
  { fit, intent }: { fit: ModelDocument | null; intent: ModelDocument | null },
  drivers: string,
): string {
  const names = [...termNames(catalogue, fit, 'fit'), ...termNames(catalogue, intent, 'intent')];
  if (names.length === 0) return "''";
  const points = driverPointsSql('d');
  const text = `concat([${names.map(literal).join(', ')}][1 + ${driverTermSql('d')}], toString(intDiv(${points}, 10)), '.', toString(${points} % 10), ')')`;
  return `arrayStringConcat(arrayMap(d -> ${text}, arrayFilter(d -> d > 0, [${drivers}.1, ${drivers}.2, ${drivers}.3])), '; ')`;
}

/** `Employees (fit +`, for several facts `Employees x Industry (fit +`. */
function termNames(catalogue: Catalogue, model: ModelDocument | null, kind: string): string[] {
  return (model?.terms ?? []).map(({ features }) => {
    const facts = features.map((at) => {
      const id = model!.features[at]!.fact;
      return catalogue.facts.find((fact) => fact.id === id)?.words.en ?? id;
    });
    return `${facts.join(' x ')} (${kind} +`;
  });
}
