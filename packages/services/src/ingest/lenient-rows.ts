import { Readable } from 'node:stream';
import type { Reject } from '@ascent/warehouse';
import { parse } from 'csv-parse';
import { type FeedFile, unzipped } from './file';

/**
 * The rows of a file that the engine could not read as it stands, as clean CSV that ends with the row's line.
 * Rows of the wrong shape go to `onReject` instead; what is unreadable up to the end of the file is one reject.
 */
export function lenientRows(file: FeedFile, onReject: (reject: Reject) => void): Readable {
  return Readable.from(rows(file, onReject), { objectMode: false });
}

async function* rows(file: FeedFile, onReject: (reject: Reject) => void): AsyncIterable<string> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1 << 20,
  });
  const source = unzipped(file.path);
  source.on('error', (cause) => parser.destroy(cause));
  source.pipe(parser);
  let line = 0;
  let isHeader = true;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      line = info.lines;
      if (isHeader) {
        isHeader = false;
        continue;
      }
      const started = line - lineBreaks(record);
      if (record.length === file.headers.length) yield `${record.map(quoted).join(',')},${started}\n`;
      else onReject(misshapen(started, record, file.headers.length));
    }
  } catch (cause) {
    onReject({
      line: line + 1,
      column: '',
      reason: `cannot be read from here on: ${(cause as Error).message}`,
      value: '',
    });
  }
}

/** `info.lines` is where a row ends; blank lines before it do not count. */
function lineBreaks(record: string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function misshapen(line: number, record: string[], expected: number): Reject {
  const reason = `has ${record.length} cells where the header has ${expected}`;
  return { line, column: '', reason, value: record.join(',').slice(0, 200) };
}
