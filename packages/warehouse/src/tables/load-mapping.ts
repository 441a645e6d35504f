import { type ColumnSource, FEEDS, type FeedName, type Mapping } from '@ascent/schemas';

/** Position of a foreign column in the staging table, by header. */
export type Headers = readonly string[];

export class MappingError extends Error {}

/** A staging column is named by position: foreign headers can be anything. */
export function stagingColumn(index: number): string {
  return `c${index}`;
}

/** For each column of the feed, the SQL of its cell as a trimmed string over the staging table. */
export function cellsSql(feed: FeedName, headers: Headers, mapping: Mapping | null): Record<string, string> {
  if (mapping && mapping.feed !== feed)
    throw new MappingError(`the mapping is for the feed ${mapping.feed}, not ${feed}`);
  const columns = Object.keys(FEEDS[feed].columns);
  for (const named of Object.keys(mapping?.columns ?? {})) {
    if (!columns.includes(named))
      throw new MappingError(`columns.${named}: the feed ${feed} has no such column`);
  }
  const cells = Object.fromEntries(
    columns.map((column) => {
      const source = mapping ? mapping.columns[column] : headers.includes(column) ? column : undefined;
      return [column, source === undefined ? "''" : `trimBoth(${sourceSql(source, headers, column)})`];
    }),
  );
  const missing = columns.filter((column) => FEEDS[feed].columns[column]!.required && cells[column] === "''");
  if (missing.length > 0) {
    throw new MappingError(`line 1: no column for ${missing.join(', ')}; the file has ${headers.join(', ')}`);
  }
  return cells;
}

export function textLiteral(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function sourceSql(source: ColumnSource, headers: Headers, place: string): string {
  const at = (header: string) => {
    const index = headers.indexOf(header);
    if (index < 0) throw new MappingError(`columns.${place}: the file has no column "${header}"`);
    return stagingColumn(index);
  };
  if (typeof source === 'string') return at(source);
  if ('constant' in source) return textLiteral(source.constant);
  if ('concat' in source) {
    const parts = source.concat.map((part) => {
      if (typeof part === 'string') return at(part);
      return 'text' in part ? textLiteral(part.text) : 'toString(row)';
    });
    return `concat(${[...parts, "''"].join(', ')})`;
  }
  if ('product' in source) {
    const [left, right] = source.product.map((header) => factorSql(at(header)));
    return `ifNull(toString(CAST(${left} * ${right}, 'Nullable(Decimal(38, 4))')), ${textLiteral('not a number')})`;
  }
  const cell = taken(`trimBoth(${at(source.column)})`, source.take);
  if (!source.values) return cell;
  const from = Object.keys(source.values);
  const to = Object.values(source.values);
  const otherwise = source.otherwise === undefined ? cell : textLiteral(source.otherwise);
  return `transform(${cell}, [${from.map(textLiteral).join(', ')}], [${to.map(textLiteral).join(', ')}], ${otherwise})`;
}

/** Null unless it is a number of so few digits that no product overflows. */
function factorSql(column: string): string {
  const digits = `extract(trimBoth(${column}), '^[+-]?[0-9]{0,15}(?:[.][0-9]{0,9})?\\\\z')`;
  return `toDecimal256OrNull(${digits}, 9)`;
}

function taken(cell: string, take: 'date' | 'digits' | 'host' | 'integer' | undefined): string {
  switch (take) {
    case undefined:
      return cell;
    case 'date':
      return `substring(${cell}, 1, 10)`;
    case 'digits':
      return `replaceRegexpAll(${cell}, '[^0-9]', '')`;
    case 'host':
      return `domainWithoutWWW(lower(${cell}))`;
    case 'integer':
      return `replaceRegexpOne(${cell}, '[.]0*$', '')`;
  }
}
