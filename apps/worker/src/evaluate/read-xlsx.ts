import { readSheet } from 'read-excel-file/node';
import { cellText } from './cell-text';
import type { TextTable } from './read-csv';

/** Reads the first sheet of a workbook, its first row the headers; rows without any value are left out. */
export async function readXlsx(path: string): Promise<TextTable> {
  const [first = [], ...rest] = await readSheet(path);
  const headers = first.map(cellText);
  const rows = rest.filter((row) => row.some((cell) => cellText(cell) !== ''));
  return {
    path,
    headers,
    columns: headers.map((_, at) => rows.map((row) => cellText(row[at]))),
    rows: rows.length,
  };
}
