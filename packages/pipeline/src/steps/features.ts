import { type Binning, type Fact, type FactBins, isCategory } from '@ascent/schemas';
import {
  binColumn,
  type FactColumn,
  factColumn,
  factsQuery,
  factType,
  findBinning,
  fineBinSql,
} from '@ascent/scoring';
import { keepDocument, readBinning } from '@ascent/services';
import { addColumns, allRows, dropFeatureSheets, writeFeatureSheets } from '@ascent/warehouse';
import { z } from 'zod';
import { changedFacts, keepBothDays, restFactsOn } from '../changed-facts';
import { asOfDays, feedOf, type Month, previousManifest, stepDetail } from '../month';
import { scopeColumn, scopeSql } from '../scope';

/** Accounts from which bins are found. */
const SAMPLE_MAX = 40_000;
const MISSING = -9_007_199_254_740_991;

/**
 * `release`: whose partitions hold the rows; `base`: the release that has those of all other accounts, null = none;
 * `binning`: by which their bytes are to be read; `recipe`: what they were made by.
 */
export const FeaturesDetail = z.object({
  days: z.array(z.string()),
  release: z.string(),
  base: z.string().nullable().default(null),
  binning: z.string(),
  recipe: z.string().default(''),
});
export type FeaturesDetail = z.infer<typeof FeaturesDetail>;

/** Facts of every account as of each day that training and scoring need, each day a partition of its own, as values and as bytes. */
export async function features(month: Month): Promise<FeaturesDetail> {
  // The same inputs give the same rows: a candidate that differs in its models only takes them as they are.
  if (month.siblingId) return FeaturesDetail.parse(await stepDetail(month, 'features', month.siblingId));
  const asOf = asOfDays(month);
  const days = [...new Set([asOf.score, asOf.fit, ...asOf.fitTraining, ...asOf.intentTraining])].sort();
  const known = await knownBinning(month);
  const base = await baseOf(month, known);
  await restFactsOn(month, null);
  await writeValues(month, days, base);
  if (base) await keepBothDays(month, base, [asOf.score, asOf.fit]);
  const binning = known ?? (await foundBinning(month, asOf.score));
  await writeBins(month, days, binning);
  await writeSheets(month, binning, [...new Set([asOf.score, asOf.fit])]);
  await restFactsOn(month, base);
  return { days, release: month.releaseId, base, binning: binning.id, recipe: month.recipe };
}

/** Bytes that are read by another binning are other bytes, so bins found from this very release rest on nothing. */
async function baseOf(month: Month, known: Binning | null): Promise<string | null> {
  if (!month.baseId || !known) return null;
  const { binning } = FeaturesDetail.parse(await stepDetail(month, 'features', month.baseId));
  return binning === known.id ? month.baseId : null;
}

async function writeValues(month: Month, days: string[], base: string | null): Promise<void> {
  const { catalogue, warehouse, releaseId } = month;
  const facts = catalogue.facts.map((fact) => ({ name: factColumn(fact.id), type: factType(fact) }));
  for (const sql of addColumns('features', facts)) await warehouse.command({ sql, idempotent: true });
  const query = factsQuery(catalogue, {
    accounts: allRows('accounts', month.inputs.accounts),
    technologies: feedOf(month, 'technologies'),
    subscriptions: feedOf(month, 'subscriptions'),
    transactions: feedOf(month, 'transactions'),
    agreements: feedOf(month, 'agreements'),
    opportunities: feedOf(month, 'opportunities'),
    signals: feedOf(month, 'signals'),
  });
  const columns = ['release_id', 'as_of', 'account_id', 'observed', ...facts.map((fact) => fact.name)];
  for (const day of days) {
    await dropDay(month, 'features', day);
    const rows = base ? changedFacts(catalogue.facts, query, { id: base, day }) : query;
    await warehouse.command({
      sql: `INSERT INTO features (${columns.join(', ')}) SELECT {release:String}, {cut:Date}, * FROM (${rows})`,
      params: { release: releaseId, cut: day },
    });
  }
}

/** The binning of the release before, if it has bins for all facts. */
async function knownBinning(month: Month): Promise<Binning | null> {
  const known = await binningBefore(month);
  return known && month.catalogue.facts.every(({ id }) => known.facts.some(({ fact }) => fact === id))
    ? known
    : null;
}

async function binningBefore(month: Month): Promise<Binning | null> {
  const id = (await previousManifest(month))?.binning;
  return id ? readBinning(month.db, id) : null;
}

/** The binning of the release before, with bins for facts that are new; found anew where there is none. */
async function foundBinning(month: Month, day: string): Promise<Binning> {
  const { db, catalogue, period } = month;
  const before: FactBins[] = (await binningBefore(month))?.facts ?? [];
  const fresh = catalogue.facts.filter((fact) => !before.some((each) => each.fact === fact.id));
  const found = findBinning(fresh, await readColumns(month, fresh, day), []);
  const facts = [...before, ...found];
  return keepDocument(db, 'binning', { product: 'all', period, document: { format: 1, period, facts } });
}

async function writeBins(month: Month, days: string[], binning: Binning): Promise<void> {
  const { catalogue, warehouse, releaseId } = month;
  const facts = binning.facts.filter(({ fact }) => catalogue.facts.some(({ id }) => id === fact));
  const bytes: [string, string][] = [
    ...facts.map((each): [string, string] => [binColumn(each.fact), fineBinSql(each)]),
    ...catalogue.products.map((product): [string, string] => [
      scopeColumn(product.id),
      `toUInt8(ifNull(${scopeSql(month, product)}, 0))`,
    ]),
  ];
  const added = bytes.map(([name]) => ({ name, type: 'UInt8' }));
  for (const sql of addColumns('feature_bins', added)) await warehouse.command({ sql, idempotent: true });
  const columns = ['release_id', 'as_of', 'account_id', 'observed', ...bytes.map(([name]) => name)];
  for (const day of days) {
    await dropDay(month, 'feature_bins', day);
    await warehouse.command({
      sql: `INSERT INTO feature_bins (${columns.join(', ')}) SELECT release_id, as_of, account_id, observed, ${bytes.map(([, sql]) => sql).join(', ')}
        FROM features WHERE release_id = {release:String} AND as_of = {day:Date}`,
      params: { release: releaseId, day },
    });
  }
}

/** Of the days that an account's page explains. */
async function writeSheets(month: Month, binning: Binning, days: string[]): Promise<void> {
  const { catalogue, warehouse, releaseId: release } = month;
  const facts = catalogue.facts.map(({ id }) => id);
  const binned = facts.filter((id) => binning.facts.some(({ fact }) => fact === id));
  for (const asOf of days) {
    const day = { release, asOf };
    await dropFeatureSheets(warehouse, day);
    await writeFeatureSheets(warehouse, 'features', facts.map(factColumn), day);
    await writeFeatureSheets(warehouse, 'feature_bins', binned.map(binColumn), day);
  }
}

async function dropDay({ warehouse, releaseId }: Month, table: string, day: string): Promise<void> {
  await warehouse.command({
    sql: `ALTER TABLE ${table} DROP PARTITION ('${releaseId}', '${day}')`,
    idempotent: true,
  });
}

const Columns = z.record(z.string(), z.union([z.array(z.number()), z.array(z.string())]));

/** Values of some facts of a share of the accounts as of a day. */
async function readColumns(month: Month, facts: Fact[], day: string): Promise<Record<string, FactColumn>> {
  const where = `release_id = '${month.releaseId}' AND as_of = '${day}'`;
  const [{ n }] = (await month.warehouse.query({
    sql: `SELECT count() AS n FROM features WHERE ${where}`,
    schema: z.object({ n: z.number() }),
  })) as [{ n: number }];
  const share = Math.max(1, Math.ceil(n / SAMPLE_MAX));
  const values = facts.map((fact) => {
    const column = factColumn(fact.id);
    const value = isCategory(fact) ? `ifNull(toString(${column}), '')` : `ifNull(${column}, ${MISSING})`;
    return `groupArray(${value}) AS v_${fact.id}`;
  });
  const [columns] = await month.warehouse.query({
    sql: `SELECT ${values.join(', ')} FROM (SELECT * FROM features WHERE ${where} AND cityHash64(account_id) % ${share} = 0 ORDER BY account_id)`,
    schema: Columns,
  });
  return Object.fromEntries(
    facts.map((fact) => {
      const column = columns![`v_${fact.id}`]!;
      if (isCategory(fact)) return [fact.id, (column as string[]).map((each) => each || null)];
      const numbers = column as number[];
      return [fact.id, Float64Array.from(numbers, (each) => (each === MISSING ? Number.NaN : each))];
    }),
  );
}
