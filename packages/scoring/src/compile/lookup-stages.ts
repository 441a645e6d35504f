import { strongestSql, withoutStrongestSql } from './drivers';
import { cellSql } from './layout';
import type { PackedSource } from './packed-source';
import type { Kind, Lookup, ScoringPlan } from './scoring-plan';
import type { Stage } from './stages';

/** Coarse bins of the facts that are too many-valued to be looked up together by fine ones. */
export function coarseStage({ coarse }: ScoringPlan, { bin, dictionary }: PackedSource): Stage {
  const found = new Map<string, string>();
  for (const kind of ['fit', 'intent'] as const)
    for (const [fact, offset] of coarse) {
      const column = bin(kind, fact);
      found.set(
        coarseName(column),
        `toUInt8(dictGet('${dictionary}', 'w0', toUInt64(${offset} + ${column})))`,
      );
    }
  return [...found].map(([name, sql]) => ({ name, sql }));
}

/** Sums of words by kind: the sums of all its models at once. */
export function wordStage({ lookups }: ScoringPlan, source: PackedSource): Stage {
  const parts = new Map<string, string[]>();
  for (const lookup of lookups) {
    for (const word of lookup.sumWords) {
      const sum = wordName(lookup.kind, word);
      parts.set(sum, [...(parts.get(sum) ?? []), lookupSql(lookup, word, source)]);
    }
  }
  return [...parts].map(([name, words]) => ({ name, sql: words.join(' + ') }));
}

/**
 * The three strongest upward drivers of every product, as `m<product>_1` to `_3`. A lookup's word holds its own three,
 * sorted: the greatest word holds the strongest, and what is left of it takes part again. Codes of an account differ.
 */
export function driverStages(plan: ScoringPlan, source: PackedSource): Stage[] {
  const drivers = plan.products.map(({ driverWord }, at) => {
    const found = plan.lookups.filter(({ driverWords }) => driverWords.includes(driverWord));
    const words = found.map((lookup, n) => {
      const sql = lookupSql(lookup, driverWord, source);
      // Nothing was collected about the account: intent has no drivers.
      return { name: `d${at}_${n}`, sql: lookup.kind === 'intent' ? `${sql} * observed` : sql };
    });
    return { at, words, left: words.map((_, n) => `e${at}_${n}`) };
  });
  const strongest = (place: number, of: (driver: (typeof drivers)[number]) => string[]): Stage =>
    drivers.map((driver) => ({ name: `g${driver.at}_${place}`, sql: greatest(of(driver)) }));
  const without = (name: string, word: string) =>
    `if(${name} = ${word}, ${withoutStrongestSql(name)}, ${name})`;
  return [
    drivers.flatMap(({ words }) => words),
    strongest(1, ({ words }) => words.map(({ name }) => name)),
    drivers.flatMap(({ at, words, left }) =>
      words.map(({ name }, n) => ({ name: left[n]!, sql: without(name, `g${at}_1`) })),
    ),
    strongest(2, ({ left }) => left),
    strongest(3, ({ at, left }) => left.map((name) => without(name, `g${at}_2`))),
    drivers.flatMap(({ at }) =>
      [1, 2, 3].map((place) => ({ name: `m${at}_${place}`, sql: strongestSql(`g${at}_${place}`) })),
    ),
  ];
}

/** Whether anything stands in a word of a kind, so that it has a name. */
export function hasWord({ lookups }: ScoringPlan, kind: Kind, word: number): boolean {
  return lookups.some((each) => each.kind === kind && each.sumWords.includes(word));
}

export function wordName(kind: Kind, word: number): string {
  return `s_${kind}_${word}`;
}

/** One word of a lookup; asked for as a tuple with others, it would take half as long again. */
function lookupSql({ kind, block, offset }: Lookup, word: number, { dictionary, bin }: PackedSource): string {
  const key = cellSql(block, offset, ({ fact }) => {
    const column = bin(kind, fact);
    return block.grain === 'fine' ? column : coarseName(column);
  });
  return `dictGet('${dictionary}', 'w${word}', ${key})`;
}

function greatest(values: readonly string[]): string {
  if (values.length === 0) return 'toUInt64(0)';
  if (values.length === 1) return values[0]!;
  const half = values.length >> 1;
  return `greatest(${greatest(values.slice(0, half))}, ${greatest(values.slice(half))})`;
}

function coarseName(column: string): string {
  return `coarse_${column}`;
}
