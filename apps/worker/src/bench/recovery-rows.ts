import { createReadStream, createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asOfDays } from '@ascent/pipeline';
import {
  dateOfDay,
  dayNumber,
  defaultCatalogue,
  isCategory,
  type Period,
  type Product,
} from '@ascent/schemas';
import { factColumn, literal, literalList } from '@ascent/scoring';
import { collectInputs } from '@ascent/services';
import { featuresOf, latestRows, scoresOf } from '@ascent/warehouse';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { Stores } from '../stores/open-stores';

const { facts, products, horizonDays } = defaultCatalogue;
const MISSING = -1;

/** Of every product the accounts that were scored, by account: what was published and what is true, in the order of the rows. */
export type Judged = { product: string; row: number[]; published: number[]; chance: number[] };

/**
 * Writes for the peers what the month learnt from and what it scored: facts as values, and labels of the same cut-offs
 * (`train`), facts of the scored accounts (`test`) and their true chances. Rows as the engine writes them.
 */
export async function writeRows(
  stores: Stores,
  { release, period, truth }: { release: string; period: Period; truth: string },
  folder: string,
): Promise<Judged[]> {
  const { intentTraining, score } = asOfDays({ catalogue: defaultCatalogue, period });
  const { inputs } = await collectInputs(stores.host);
  const levels = await levelsOf(stores, release, score);
  const values = facts.map((fact) => {
    const column = `f.${factColumn(fact.id)}`;
    if (!isCategory(fact)) return `toFloat32(ifNull(toFloat64(${column}), nan))`;
    const at = levels[fact.id]!.map((_, index) => index);
    return `toFloat32(transform(ifNull(toString(${column}), ''), [${levels[fact.id]!.map(literal).join(', ')}], [${at.join(', ')}], ${MISSING}))`;
  });
  const hash = 'toUInt32(cityHash64(f.account_id) % 4294967295)';
  const sales = latestRows('transactions', inputs.transactions);
  const train = intentTraining.map((day) => {
    const bought = products.map((each) => `toUInt8(countIf(${isOf(each)}) > 0) AS y_${each.id}`);
    const until = dateOfDay(dayNumber(day) + horizonDays);
    const flags = products.flatMap(({ id }) => [`toUInt8(ifNull(l.y_${id}, 0))`, `b.in_${id}`]);
    return `SELECT ${named([hash, ...values, ...flags])} FROM ${featuresOf('features', { release, asOf: day })} AS f
      INNER JOIN ${featuresOf('feature_bins', { release, asOf: day })} AS b ON b.account_id = f.account_id
      LEFT JOIN (SELECT account_id, ${bought.join(', ')} FROM ${sales} WHERE date >= '${day}' AND date < '${until}' AND quantity > 0 AND amount > 0 GROUP BY account_id) AS l ON l.account_id = f.account_id
      WHERE f.observed ORDER BY f.account_id`;
  });
  for (const [index, sql] of train.entries())
    await pipeline(
      await stores.warehouse.bytes({ sql, format: 'RowBinary' }),
      createWriteStream(join(folder, 'train'), { flags: index === 0 ? 'w' : 'a' }),
    );
  const scored = `${featuresOf('features', { release, asOf: score })} AS f INNER JOIN ${scoresOf(release)} AS s ON s.account_id = f.account_id`;
  await pipeline(
    await stores.warehouse.bytes({
      sql: `SELECT ${named([hash, ...values])} FROM ${scored} ORDER BY f.account_id`,
      format: 'RowBinary',
    }),
    createWriteStream(join(folder, 'test')),
  );
  const judged = await judgedOf(stores, scored, truth);
  for (const { product, row, chance } of judged) {
    await writeFile(join(folder, `${product}.rows`), Buffer.from(Int32Array.from(row).buffer));
    await writeFile(join(folder, `${product}.chance`), Buffer.from(Float64Array.from(chance).buffer));
  }
  const about = {
    columns: facts.map(({ id }) => id),
    categories: Object.fromEntries(Object.entries(levels).map(([fact, each]) => [fact, each.length])),
    products: products.map(({ id, fit, intent }) => ({
      id,
      columns: [...new Set([...fit.facts, ...intent.facts, ...(intent.alternatives ?? []).flat()])],
    })),
  };
  await writeFile(join(folder, 'about.json'), JSON.stringify(about));
  return judged;
}

/** Values under names of their own: an alias would stand for the column inside every expression. */
function named(values: string[]): string {
  return values.map((sql, at) => `${sql} AS v${at}`).join(', ');
}

function isOf({ skus }: Product): string {
  return `sku IN ${literalList(skus)}`;
}

async function levelsOf(stores: Stores, release: string, day: string): Promise<Record<string, string[]>> {
  const categories = facts.filter(isCategory);
  const [row] = await stores.warehouse.query({
    sql: `SELECT ${categories.map(({ id }) => `arraySort(groupUniqArray(ifNull(toString(${factColumn(id)}), ''))) AS v_${id}`).join(', ')} FROM ${featuresOf('features', { release, asOf: day })}`,
    schema: z.record(z.string(), z.array(z.string())),
  });
  return Object.fromEntries(
    categories.map(({ id }) => [id, row![`v_${id}`]!.filter((level) => level !== '')]),
  );
}

async function judgedOf(stores: Stores, scored: string, path: string): Promise<Judged[]> {
  const truth = new Map<string, number>();
  for await (const row of createReadStream(path).pipe(parse({ columns: true })))
    truth.set(`${row.product} ${row.account_id}`, Number(row.purchase_0));
  const rows = await stores.warehouse.query({
    sql: `SELECT f.account_id AS account, [${products.map(({ id }) => `ifNull(toFloat64(s.${id}_probability), nan)`).join(', ')}] AS p FROM ${scored} ORDER BY f.account_id`,
    schema: z.object({ account: z.string(), p: z.array(z.number().nullable()) }),
  });
  return products.map(({ id }, at) => {
    const judged: Judged = { product: id, row: [], published: [], chance: [] };
    rows.forEach(({ account, p }, row) => {
      const said = p[at];
      const chance = truth.get(`${id} ${account}`);
      if (said === null || said === undefined || Number.isNaN(said) || chance === undefined) return;
      judged.row.push(row);
      judged.published.push(said);
      judged.chance.push(chance);
    });
    return judged;
  });
}
