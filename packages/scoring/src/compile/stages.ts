/** Expressions with their names, `sql AS name`, over the columns of the stage before. */
export type Stage = { name: string; sql: string }[];

/**
 * Nested SELECTs, one a stage, each handing on only what a later one names: the engine would compute what nobody asks
 * for, and an alias must stand for one column.
 */
export function nested(
  rows: { sql: string; columns: readonly string[] },
  stages: readonly Stage[],
  wanted: readonly string[],
): string {
  const needed: Set<string>[] = [];
  const asked = new Set(wanted.flatMap(namesIn));
  const kept: Stage[] = [];
  for (const stage of [...stages].reverse()) {
    needed.unshift(new Set(asked));
    const used = stage.filter(({ name }) => asked.has(name));
    kept.unshift(used);
    for (const { sql } of used) for (const name of namesIn(sql)) asked.add(name);
  }
  let known: string[] = rows.columns.filter((name) => asked.has(name));
  let from = `(${rows.sql})`;
  kept.forEach((stage, at) => {
    if (stage.length === 0) return;
    const carried = known.filter((name) => needed[at]!.has(name));
    from = `(SELECT ${[...carried, ...stage.map(({ name, sql }) => `${sql} AS ${name}`)].join(', ')} FROM ${from})`;
    known = [...carried, ...stage.map(({ name }) => name)];
  });
  return from;
}

function namesIn(sql: string): string[] {
  return sql.match(/[A-Za-z_]\w*/g) ?? [];
}
