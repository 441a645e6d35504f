import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { cellText } from './cell-text';
import type { TextTable } from './read-csv';

/** Reads a whole parquet file; its types become text again, as columns of other files are. */
export async function readParquet(path: string): Promise<TextTable> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const headers = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = await parquetReadObjects({ file, metadata, compressors });
  return {
    path,
    headers,
    columns: headers.map((name) => rows.map((row) => cellText(row[name]))),
    rows: rows.length,
  };
}
