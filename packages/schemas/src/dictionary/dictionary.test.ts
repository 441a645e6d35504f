import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ReportColumn, ReportName } from './column';
import { reportColumns, reportDataset, visibleColumns } from './dictionary';
import { REPORT_COLUMNS } from './report-columns';

const TABLE = fileURLToPath(new URL('../../../../../shared/reports.csv', import.meta.url));
const headersOf = (report: ReportName) => reportColumns(report).map((column) => column.header);

describe.skipIf(skipped())('the dictionary is the table of the reports', () => {
  test('word for word: order, dataset, position, header, type, sensitivity and both meanings', () => {
    const [head, ...rows] = csvRows(readFileSync(TABLE, 'utf8'));
    expect(head).toEqual(['report', 'dataset', 'position', 'header', 'type', 'sensitive', 'en', 'pt']);
    const told = REPORT_COLUMNS.map((column) => [
      column.report,
      column.dataset,
      String(column.position),
      column.header,
      column.type,
      column.sensitive ? 'yes' : '',
      column.words.en,
      column.words.pt,
    ]);
    expect(told).toEqual(rows);
  });
});

test('every column is well formed', () => {
  expect(REPORT_COLUMNS.map((column) => ReportColumn.parse(column))).toEqual(REPORT_COLUMNS);
});

describe.each(ReportName.options)('%s', (report) => {
  test('has each header once, each column at its place, one dataset', () => {
    const columns = reportColumns(report);
    expect(new Set(headersOf(report)).size).toBe(columns.length);
    expect(columns.map((column) => column.position)).toEqual(columns.map((_, index) => index + 1));
    expect(new Set(columns.map((column) => column.dataset))).toEqual(new Set([reportDataset(report)]));
  });

  test('has the same firmographic block as the others', () => {
    const block = (of: ReportName) =>
      reportColumns(of)
        .slice(0, 20)
        .map(({ report: _report, dataset: _dataset, ...column }) => column);
    expect(block(report)).toEqual(block('azure'));
    expect(headersOf(report)[0]).toBe('GlobalID');
    expect(headersOf(report)[19]).toBe('IsNonprofit');
  });

  test('without the sensitive columns is the report, in order', () => {
    const all = headersOf(report);
    const seen = visibleColumns(report, false).map((column) => column.header);
    const hidden = all.filter((header) => !seen.includes(header));
    expect(hidden.length).toBeGreaterThan(0);
    for (const header of hidden) expect(header).toMatch(/Revenue/);
    expect(seen).toEqual(all.filter((header) => !hidden.includes(header)));
    expect(visibleColumns(report, true)).toEqual(reportColumns(report));
  });
});

test('no column that speaks of revenue is open', () => {
  const open = REPORT_COLUMNS.filter((column) => /Revenue/.test(column.header) && !column.sensitive);
  expect(open).toEqual([]);
});

test('Microsoft 365 and Surface are the same columns; only the revenue band may mean something else', () => {
  const columns = (report: ReportName) =>
    reportColumns(report).map(({ report: _report, dataset: _dataset, words, ...column }) =>
      column.header === 'RevenuePotential' ? column : { ...column, words },
    );
  expect(columns('surface')).toEqual(columns('m365'));
  expect(reportDataset('surface')).not.toBe(reportDataset('m365'));
});

/** Says so where the table is absent. */
function skipped(): boolean {
  if (existsSync(TABLE)) return false;
  process.stderr.write(`skipped: ${TABLE} is not there, the dictionary is not compared\n`);
  return true;
}

/** RFC 4180: cells may be quoted, a quote in them is doubled. */
function csvRows(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text)!;
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}
