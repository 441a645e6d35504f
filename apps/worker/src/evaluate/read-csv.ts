import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ServiceError } from '@ascent/services';
import { parse } from 'csv-parse';

/** A whole file by column, as text. */
export type TextTable = { path: string; headers: string[]; columns: string[][]; rows: number };

/** Reads a .csv or .csv.gz with a header row; the error names the line that is amiss. */
export async function readCsv(path: string): Promise<TextTable> {
  if (!/\.csv(\.gz)?$/.test(path))
    throw new ServiceError('invalid', `${path}: only .csv and .csv.gz can be read`);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new ServiceError('not-found', `${path}: there is no such file`);
  let headers: string[] | null = null;
  let columns: string[][] = [];
  const parser = parse({ bom: true, skip_empty_lines: true });
  parser.on('data', (record: string[]) => {
    if (headers === null) {
      headers = record;
      columns = record.map(() => []);
    } else for (let c = 0; c < columns.length; c++) columns[c]!.push(record[c]!);
  });
  try {
    const source = createReadStream(path);
    if (path.endsWith('.gz')) await pipeline(source, createGunzip(), parser);
    else await pipeline(source, parser);
  } catch (cause) {
    throw new ServiceError('invalid', `${path}: ${(cause as Error).message}`, { cause });
  }
  if (headers === null) throw new ServiceError('invalid', `${path}: the file is empty`);
  const twice = (headers as string[]).find((name, at) => headers!.indexOf(name) !== at);
  if (twice !== undefined) throw new ServiceError('invalid', `${path}: column "${twice}" is there twice`);
  return { path, headers, columns, rows: columns[0]?.length ?? 0 };
}
