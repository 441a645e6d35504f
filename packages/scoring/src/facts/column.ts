/** The features table's column of a fact. */
export function factColumn(id: string): string {
  return `f_${id}`;
}

/** A string as a ClickHouse literal. */
export function literal(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export function literalList(values: readonly string[]): string {
  return `(${values.map(literal).join(', ')})`;
}

/** The column of the stored fine bin of a fact. */
export function binColumn(fact: string): string {
  return `b_${fact}`;
}
