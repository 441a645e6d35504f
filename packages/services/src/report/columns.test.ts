import { defaultCatalogue, REPORT_COLUMNS, ReportName, reportColumns } from '@ascent/schemas';
import { describe, expect, test } from 'vitest';
import { chosenColumns, storedColumn } from './columns';

const headers = (columns: { header: string }[]) => columns.map((column) => column.header);
const sensitive = (report: ReportName) => headers(reportColumns(report).filter((column) => column.sensitive));

describe.each(ReportName.options)('%s', (report) => {
  test('is every column to an executive report viewer, and all but the sensitive ones to others', () => {
    const all = headers(reportColumns(report));
    expect(headers(chosenColumns(report, true).columns)).toEqual(all);
    const open = headers(chosenColumns(report, false).columns);
    expect(open).toEqual(all.filter((header) => !sensitive(report).includes(header)));
    expect(sensitive(report).length).toBeGreaterThan(0);
  });

  test('gives a report viewer who asks for a sensitive column the answer for one that there is not', () => {
    for (const header of sensitive(report)) {
      expect(chosenColumns(report, false, [header, 'Domain', 'Nope'])).toEqual({
        columns: reportColumns(report).filter((column) => column.header === 'Domain'),
        unknown: [header, 'Nope'],
      });
      expect(chosenColumns(report, true, [header]).unknown).toEqual([]);
    }
  });

  test('keeps its own order, and each column once, whatever the order asked for', () => {
    const { columns, unknown } = chosenColumns(report, true, ['Domain', 'GlobalID', 'Domain']);
    expect(headers(columns)).toEqual(['GlobalID', 'Domain']);
    expect(unknown).toEqual([]);
  });

  test('takes no header in other letters, and nothing for nothing', () => {
    expect(chosenColumns(report, true, ['domain']).unknown).toEqual(['domain']);
    expect(chosenColumns(report, true, [])).toEqual({ columns: [], unknown: [] });
  });
});

describe('where a column is kept', () => {
  test('the default catalogue has every documented column, none is blank for want of a place', () => {
    const homeless = REPORT_COLUMNS.filter(
      ({ report, header }) => storedColumn(defaultCatalogue, report, header) === null,
    );
    expect(homeless).toEqual([]);
  });

  test('the revenue band is that of the report’s product', () => {
    const place = (report: ReportName) => storedColumn(defaultCatalogue, report, 'RevenuePotential');
    expect([place('azure'), place('m365'), place('surface'), place('security')]).toEqual([
      'AzureRevenuePotential',
      'M365RevenuePotential',
      'SurfaceRevenuePotential',
      'SecurityRevenuePotential',
    ]);
    expect(place('agreement-renewal')).toBe(null);
  });

  test('what a catalogue does not have is blank, not an error', () => {
    const small = { ...defaultCatalogue, products: [], cohorts: [], flags: [] };
    expect(storedColumn(small, 'azure', 'AzureFit')).toBe(null);
    expect(storedColumn(small, 'azure', 'HasAzure')).toBe(null);
    expect(storedColumn(small, 'azure', 'Domain')).toBe('Domain');
    expect(storedColumn(small, 'azure', 'release_id')).toBe(null);
  });
});
