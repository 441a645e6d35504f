import { stat } from 'node:fs/promises';
import { ServiceError } from '@ascent/services';
import { readCsv, type TextTable } from './read-csv';
import { readParquet } from './read-parquet';
import { readXlsx } from './read-xlsx';

const READERS: [RegExp, (path: string) => Promise<TextTable>][] = [
  [/\.csv(\.gz)?$/, readCsv],
  [/\.parquet$/, readParquet],
  [/\.xlsx$/, readXlsx],
];

/** A whole file by column, as text, by what its name ends with; an error names the file. */
export async function readTable(path: string): Promise<TextTable> {
  const read = READERS.find(([name]) => name.test(path))?.[1];
  if (!read) throw new ServiceError('invalid', `${path}: only .csv, .csv.gz, .parquet and .xlsx can be read`);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new ServiceError('not-found', `${path}: there is no such file`);
  try {
    return withNames(await read(path));
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    throw new ServiceError('invalid', `${path}: ${(cause as Error).message}`, { cause });
  }
}

function withNames(table: TextTable): TextTable {
  const { path, headers } = table;
  if (headers.length === 0) throw new ServiceError('invalid', `${path}: the file is empty`);
  const unnamed = headers.indexOf('');
  if (unnamed >= 0) throw new ServiceError('invalid', `${path}: column ${unnamed + 1} has no name`);
  const twice = headers.find((name, at) => headers.indexOf(name) !== at);
  if (twice !== undefined) throw new ServiceError('invalid', `${path}: column "${twice}" is there twice`);
  return table;
}
