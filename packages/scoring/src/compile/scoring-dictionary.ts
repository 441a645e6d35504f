import { type Checksum, checksumOf, checksumSql, rowBinary, type WordTable } from './word-table';

/** What is called this is of a scoring that runs, or of one that was killed. */
export const SCORING_PREFIX = 'scoring_';

/** The words of a plan as a flat dictionary of the engine, with all that is needed to make it, prove it and drop it. */
export type ScoringDictionary = {
  name: string;
  /** The table that the dictionary is read from; one in memory would be empty after a restart. */
  table: string;
  createTable: string;
  /** For `table`, in RowBinary. */
  rows: () => Uint8Array;
  createDictionary: string;
  /** One row of numbers, which must be `expected`: a dictionary that reads empty gives wrong scores without an error. */
  probe: { sql: string; expected: Record<string, number> };
  drop: string[];
};

/** `owner` names the release candidate, so that no two scorings meet. */
export function scoringDictionary(owner: string, table: WordTable): ScoringDictionary {
  const name = `${SCORING_PREFIX}${owner.replaceAll(/\W/g, '_')}`;
  const source = `${name}_rows`;
  const words = table.words.map((_, at) => `w${at}`);
  return {
    name,
    table: source,
    createTable: `CREATE TABLE ${source} (k UInt64, ${words.map((word) => `${word} UInt64`).join(', ')}) ENGINE = MergeTree ORDER BY k`,
    rows: () => rowBinary(table),
    createDictionary: `CREATE DICTIONARY ${name} (k UInt64, ${words.map((word) => `${word} UInt64 DEFAULT 0`).join(', ')}) PRIMARY KEY k
      SOURCE(CLICKHOUSE(TABLE '${source}')) LAYOUT(FLAT(INITIAL_ARRAY_SIZE ${table.size} MAX_ARRAY_SIZE ${table.size})) LIFETIME(0)`,
    probe: { sql: probeSql(name, table), expected: named(checksumOf(table)) },
    drop: [`DROP DICTIONARY IF EXISTS ${name}`, `DROP TABLE IF EXISTS ${source} SYNC`],
  };
}

function probeSql(name: string, { size, words }: WordTable): string {
  const sums = words.flatMap((_, at) =>
    Object.entries(checksumSql(`w${at}`, 'number')).map(([sum, sql]) => `${sql} AS ${sum}${at}`),
  );
  const read = words.map((_, at) => `dictGet('${name}', 'w${at}', number) AS w${at}`);
  return `SELECT ${sums.join(', ')} FROM (SELECT number, ${read.join(', ')} FROM numbers(${size}))`;
}

function named(sums: Checksum): Record<string, number> {
  return Object.fromEntries(
    sums.flatMap((each, at) => Object.entries(each).map(([sum, value]) => [`${sum}${at}`, value])),
  );
}
