import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { type CsvShape, csvCell, csvWriter } from './csv';

const PLAIN: CsvShape = { csvSeparator: ',', decimal: '.', bom: false };

async function written(shape: CsvShape, headers: string[], rows: string[][]): Promise<string> {
  const writer = csvWriter(shape, headers);
  for (const row of rows) writer.write(row);
  writer.end();
  let text = '';
  for await (const chunk of writer) text += chunk;
  return text;
}

test.each<[Partial<CsvShape>, string]>([
  [{}, 'a,b\n1.5,"x,y"\n'],
  [{ csvSeparator: ';' }, 'a;b\n1.5;x,y\n'],
  [{ csvSeparator: '\t' }, 'a\tb\n1.5\tx,y\n'],
  [{ bom: true }, '\ufeffa,b\n1.5,"x,y"\n'],
])('a file is shaped as %j asks', async (change, text) => {
  expect(await written({ ...PLAIN, ...change }, ['a', 'b'], [['1.5', 'x,y']])).toBe(text);
});

test('a decimal comma is for numbers only, survives a comma between cells, and makes no formula of a negative one', async () => {
  const shape: CsvShape = { ...PLAIN, decimal: ',' };
  const cells = [
    csvCell('-1234.50', true, shape),
    csvCell('v1.2', false, shape),
    csvCell('=1.5', false, shape),
  ];
  expect(cells).toEqual(['-1234,50', 'v1.2', "'=1.5"]);
  expect(parse(await written(shape, ['a', 'b', 'c'], [cells]))[1]).toEqual(cells);
  expect(csvCell('-1234.50', true, PLAIN)).toBe('-1234.50');
});

test('a header that starts a formula is text', async () => {
  expect(await written(PLAIN, ['=cmd'], [])).toBe("'=cmd\n");
});
