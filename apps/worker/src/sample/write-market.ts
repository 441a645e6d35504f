import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { MARKET_HEADERS, type MarketFile, type MarketOptions, marketRows } from '@ascent/market';
import { type Stringifier, stringify } from 'csv-stringify';

export type MarketSummary = { folder: string; files: Record<string, { path: string; rows: number }> };

const SAID_EVERY = 200_000;

/** Writes the market as feed files with `truth.csv` beside them, in constant memory. Files get their names when all are whole. */
export async function writeMarket(
  options: MarketOptions,
  folder: string,
  onRows: (rows: number) => void = () => undefined,
): Promise<MarketSummary> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(MARKET_HEADERS) as MarketFile[];
  const files = Object.fromEntries(names.map((name) => [name, openFile(folder, name)])) as Record<
    MarketFile,
    OpenFile
  >;
  let total = 0;
  for (const { feed, row } of marketRows(options)) {
    const file = files[feed];
    file.rows += 1;
    if (!file.stringifier.write(row)) await once(file.stringifier, 'drain');
    total += 1;
    if (total % SAID_EVERY === 0) onRows(total);
  }
  for (const file of Object.values(files)) file.stringifier.end();
  await Promise.all(Object.values(files).map((file) => file.done));
  for (const file of Object.values(files)) await rename(`${file.path}.partial`, file.path);
  onRows(total);
  const summary = names.map((name) => [name, { path: files[name].path, rows: files[name].rows }]);
  return { folder, files: Object.fromEntries(summary) };
}

type OpenFile = { path: string; rows: number; stringifier: Stringifier; done: Promise<void> };

function openFile(folder: string, name: MarketFile): OpenFile {
  const path = join(folder, `${name}.csv`);
  const stringifier = stringify({ header: true, columns: [...MARKET_HEADERS[name]] });
  const target = createWriteStream(`${path}.partial`);
  stringifier.pipe(target);
  return { path, rows: 0, stringifier, done: finished(target) };
}
