import { Readable } from 'node:stream';
import { type Matrix, ownPropensity, type RevenueBand } from '@ascent/schemas';
import {
  binColumn,
  type Kind,
  packedSelect,
  packedSettings,
  planScoring,
  SCORE_FIELDS,
  SCORING_PREFIX,
  type ScoredProduct,
  type ScoringDictionary,
  type ScoringPlan,
  scoringDictionary,
} from '@ascent/scoring';
import {
  addColumns,
  featuresOf,
  LONG_STATEMENT,
  scoreColumn,
  scoreColumns,
  type Warehouse,
} from '@ascent/warehouse';
import { z } from 'zod';
import { scopeColumn } from './scope';

export type Scoring = {
  releaseId: string;
  /** Whose partitions of `feature_bins` are read. */
  featuresRelease: string;
  /** Only accounts that these partitions hold themselves, not those they rest on another release for. */
  ownOnly?: boolean;
  /** The days whose bins fit and the others look at. */
  days: { fit: string; score: string };
  products: readonly ScoredProduct[];
  matrix: Matrix;
  bands: readonly RevenueBand[];
  /** Without them `drivers` are none. */
  withDrivers?: boolean;
};

/** Every account's scores of all products, by one statement that touches one account's rows only; replaces the release's own. */
export async function scoreAccounts(warehouse: Warehouse, scoring: Scoring): Promise<void> {
  const { releaseId, products, bands } = scoring;
  const plan = planScoring(products, bands);
  const columns = scoreColumns(products.map(({ id }) => id));
  for (const sql of addColumns('account_scores', columns)) await warehouse.command({ sql, idempotent: true });
  await warehouse.command({
    sql: `ALTER TABLE account_scores DROP PARTITION '${releaseId}'`,
    idempotent: true,
  });
  const accounts = await accountsOf(warehouse, scoring);
  await withDictionary(warehouse, scoringDictionary(releaseId, plan.table), async (dictionary) => {
    await warehouse.command({
      sql: insertSql(plan, { dictionary, accounts }, scoring),
      settings: LONG_STATEMENT,
    });
  });
}

/** Makes the dictionary, proves that it reads what was compiled, and drops it whatever happens. */
export async function withDictionary(
  warehouse: Warehouse,
  dictionary: ScoringDictionary,
  run: (name: string) => Promise<void>,
): Promise<void> {
  await sweep(warehouse);
  try {
    await warehouse.command({ sql: dictionary.createTable });
    await warehouse.insertStream({
      table: dictionary.table,
      format: 'RowBinary',
      body: Readable.from([Buffer.from(dictionary.rows())], { objectMode: false }),
    });
    await warehouse.command({ sql: dictionary.createDictionary });
    await probe(warehouse, dictionary);
    await run(dictionary.name);
  } finally {
    for (const sql of dictionary.drop) await warehouse.command({ sql, idempotent: true });
  }
}

async function probe(warehouse: Warehouse, { name, probe: { sql, expected } }: ScoringDictionary) {
  const [found] = await warehouse.query({ sql, schema: z.record(z.string(), z.number()) });
  for (const [sum, value] of Object.entries(expected))
    if (found?.[sum] !== value)
      throw new Error(
        `dictionary ${name} does not read what was compiled: ${sum} is ${found?.[sum]}, not ${value}`,
      );
}

/** What a killed scoring left; only one cycle runs at a time. */
async function sweep(warehouse: Warehouse): Promise<void> {
  const left = await warehouse.query({
    sql: `SELECT name, engine FROM system.tables WHERE database = currentDatabase() AND startsWith(name, '${SCORING_PREFIX}') ORDER BY engine != 'Dictionary', name`,
    schema: z.object({ name: z.string(), engine: z.string() }),
  });
  for (const { name, engine } of left)
    await warehouse.command({
      sql:
        engine === 'Dictionary' ? `DROP DICTIONARY IF EXISTS ${name}` : `DROP TABLE IF EXISTS ${name} SYNC`,
      idempotent: true,
    });
}

async function accountsOf(warehouse: Warehouse, { featuresRelease, days }: Scoring): Promise<number> {
  const [row] = await warehouse.query({
    sql: `SELECT count() AS n FROM feature_bins WHERE release_id = '${featuresRelease}' AND as_of = '${days.score}'`,
    schema: z.object({ n: z.number() }),
  });
  return row!.n;
}

type Run = { dictionary: string; accounts: number };

function insertSql(plan: ScoringPlan, { dictionary, accounts }: Run, scoring: Scoring): string {
  const { releaseId, matrix, bands, days } = scoring;
  const sameDay = days.fit === days.score;
  const source = {
    rows: rowsOf(scoring),
    bin: (kind: Kind, fact: string) => (kind === 'fit' && !sameDay ? quarterColumn(fact) : binColumn(fact)),
    scope: scopeColumn,
    dictionary,
    matrix,
    bands: bands.map(({ label }) => label),
  };
  const fields = SCORE_FIELDS.filter((field) => scoring.withDrivers !== false || field !== 'drivers');
  const { from, values } = packedSelect(plan, source, fields);
  const columns = [
    'release_id',
    'account_id',
    ...values.map(({ product, field }) => scoreColumn(product, field)),
  ];
  const sql = `INSERT INTO account_scores (${columns.join(', ')}) SELECT '${releaseId}', account_id, ${values.map(({ sql }) => sql).join(', ')} FROM ${from}
    SETTINGS ${packedSettings(accounts)}, ${WRITE_SETTINGS}`;
  refuseTooLong(sql, scoring.products);
  return sql;
}

/** Says whose models make the statement longer than the engine reads, before it says that it did not understand the end. */
export function refuseTooLong(sql: string, products: readonly ScoredProduct[]): void {
  const bytes = Buffer.byteLength(sql);
  if (bytes <= LONG_STATEMENT.max_query_size) return;
  const terms = ({ fit, intent }: ScoredProduct) => (fit?.terms.length ?? 0) + (intent?.terms.length ?? 0);
  const [most] = [...products].sort((a, b) => terms(b) - terms(a));
  throw new Error(
    `scoring ${products.length} products takes a statement of ${bytes} bytes, the engine reads ${LONG_STATEMENT.max_query_size}: the models of ${most!.id} have ${terms(most!)} terms, more than any other`,
  );
}

/**
 * The engine would take one thread only to write with, wherever it has less than four gigabytes to spare for each, and
 * refuses what has many expressions as it refuses what is long.
 */
const WRITE_SETTINGS =
  'max_threads = 2, max_insert_threads = 2, max_insert_threads_min_free_memory_per_thread = 0, max_ast_elements = 1000000, max_expanded_ast_elements = 2000000';

function quarterColumn(fact: string): string {
  return `q${binColumn(fact)}`;
}

/**
 * The bins of the scoring day, and beside them those of the quarter's: a new account's fit looks at those of the
 * scoring day.
 */
function rowsOf({ featuresRelease, ownOnly, days, products }: Scoring): { sql: string; columns: string[] } {
  const featuresOfKind = (product: ScoredProduct, kind: Kind) =>
    (kind === 'propensity' ? ownPropensity(product.propensity) : product[kind])?.features ?? [];
  const binsOf = (kinds: readonly Kind[]) =>
    [
      ...new Set(
        products
          .flatMap((product) => kinds.flatMap((kind) => featuresOfKind(product, kind)))
          .map(({ fact }) => fact),
      ),
    ].sort();
  const always = ['account_id', 'observed', ...products.map(({ id }) => scopeColumn(id))];
  const own = (asOf: string) =>
    `(SELECT * FROM feature_bins WHERE release_id = '${featuresRelease}' AND as_of = '${asOf}')`;
  const all = (asOf: string) => featuresOf('feature_bins', { release: featuresRelease, asOf });
  const day = (asOf: string, columns: readonly string[]) =>
    `SELECT ${columns.join(', ')} FROM ${(ownOnly ? own : all)(asOf)}`;
  const now = [...always, ...binsOf(['fit', 'intent', 'propensity', 'revenue']).map(binColumn)];
  if (days.fit === days.score) return { sql: day(days.score, now), columns: now };
  const fit = binsOf(['fit']);
  const quarter = fit.map(
    (fact) => `if(q.account_id = '', n.${binColumn(fact)}, q.${binColumn(fact)}) AS ${quarterColumn(fact)}`,
  );
  return {
    sql: `SELECT ${[...now.map((column) => `n.${column} AS ${column}`), ...quarter].join(', ')} FROM (${day(days.score, now)}) AS n
      LEFT JOIN (${day(days.fit, ['account_id', ...fit.map(binColumn)])}) AS q ON q.account_id = n.account_id`,
    columns: [...now, ...fit.map(quarterColumn)],
  };
}
