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
  const filled = stages.filter((stage) => stage.length > 0);
  const needed = filled.map(
    (_, at) =>
      new Set(
        [
          ...wanted,
          ...filled
            .slice(at + 1)
            .flat()
            .map(({ sql }) => sql),
        ].flatMap(namesIn),
      ),
  );
  const known = new Set(rows.columns);
  return filled.reduce((inner, stage, at) => {
    const carried = [...known].filter((name) => needed[at]!.has(name));
    known.clear();
    for (const name of [...carried, ...stage.map((each) => each.name)]) known.add(name);
    return `(SELECT ${[...carried, ...stage.map(({ name, sql }) => `${sql} AS ${name}`)].join(', ')} FROM ${inner})`;
  }, `(${rows.sql})`);
}

function namesIn(sql: string): string[] {
  return sql.match(/[A-Za-z_]\w*/g) ?? [];
}
