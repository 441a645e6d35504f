import type { AccountQuery, Filter } from '@ascent/schemas';
import { type GridColumn, gridColumns } from '@ascent/schemas';
import type { Condition, Value } from '@ascent/warehouse';
import type { ShownRelease } from '../context';
import { ServiceError } from '../errors';

/** Who asks decides which columns there are: one that is forbidden is refused in the words of one that does not exist. */
export type Asking = { release: ShownRelease; seesSensitive: boolean };

export function shownProduct({ catalogue }: ShownRelease, id: string | undefined) {
  const product =
    id === undefined ? catalogue.products[0] : catalogue.products.find((each) => each.id === id);
  if (!product) throw new ServiceError('invalid', `product: ${id} is not in the catalogue`);
  return product;
}

export function cohortHeader({ catalogue }: ShownRelease, id: string): string {
  const cohort = catalogue.cohorts.find((each) => each.id === id);
  if (!cohort) throw new ServiceError('invalid', `cohort: ${id} is not in the catalogue`);
  return cohort.header;
}

/** The reader's columns by name. */
export function knownColumns({ release, seesSensitive }: Asking): Map<string, GridColumn> {
  return new Map(gridColumns(release.catalogue, seesSensitive).map((column) => [column.id, column]));
}

export function columnNamed(columns: Map<string, GridColumn>, name: string): GridColumn {
  const column = columns.get(name);
  if (!column) throw new ServiceError('invalid', `columns: there is no ${name}`);
  return column;
}

/** All that a query asks of an account, but the search. */
export function conditions(asking: Asking, query: AccountQuery): Condition[] {
  const { release } = asking;
  const { id } = shownProduct(release, query.product);
  const columns = knownColumns(asking);
  const found: Condition[] = [];
  const among = (column: string, values: readonly string[]) => {
    if (values.length > 0) found.push({ column, op: 'in', values });
  };
  among(`${id}Cluster`, query.clusters);
  among(`${id}Code`, query.codes);
  among(`${id}Fit`, query.fit);
  among(`${id}Intent`, query.intent);
  among('SMCTypeSummary', query.sizes);
  among('Country', query.countries);
  among('Industry', query.industries);
  among('account_id', query.accounts);
  if (query.cohort !== undefined)
    found.push({ column: cohortHeader(release, query.cohort), op: '=', value: 'Yes' });
  if (query.topics.length > 0) found.push({ column: 'SignalTopics', op: 'has', values: query.topics });
  if (query.signalSince) found.push({ column: 'LastSignalOn', op: '>=', value: query.signalSince });
  const agreements: Condition[] = [];
  for (const filter of query.where) {
    const column = columnNamed(columns, filter.column);
    (column.group === 'agreement' ? agreements : found).push(condition(column, filter));
  }
  // One agreement has them all: that ends soon and is of this division, not one of each.
  if (agreements.length > 0) found.push({ op: 'agreement', where: agreements });
  return found;
}

/** Columns that may hold nothing at all; texts and choices say '' instead. */
const NULLABLE = new Set(['OrgSize']);

function condition(column: GridColumn, { op, values }: Filter): Condition {
  const { id } = column;
  const isText = column.kind === 'text' || column.kind === 'choice' || column.kind === 'list';
  const nullable = NULLABLE.has(id) || column.kind === 'score' || column.kind === 'chance';
  const first = () => {
    if (values[0] === undefined) throw new ServiceError('invalid', `${id}: ${op} needs a value`);
    return values[0];
  };
  switch (op) {
    case 'known':
    case 'unknown':
      if (nullable) return { column: id, op: op === 'known' ? 'is not null' : 'is null' };
      if (isText) return { column: id, op: op === 'known' ? '!=' : '=', value: '' };
      return { column: id, op: op === 'known' ? '>' : '<=', value: emptyOf(column) };
    case 'contains':
    case 'starts':
      if (!isText) throw new ServiceError('invalid', `${id}: only texts can be looked into`);
      return { column: id, op, value: first() };
    case 'min':
    case 'max':
      if (isText) throw new ServiceError('invalid', `${id}: texts have no ${op}`);
      return { column: id, op: op === 'min' ? '>=' : '<=', value: stored(column, first()) };
    default:
      first();
      return {
        column: id,
        op: op === 'is' ? 'in' : 'not in',
        values: values.map((value) => stored(column, value)),
      };
  }
}

function emptyOf({ kind }: GridColumn): Value {
  return kind === 'date' ? '1970-01-01' : -1;
}

const SCALE = { score: 10, chance: 10_000, cents: 100, integer: 1 } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What people write, as it is stored. */
function stored({ id, kind }: GridColumn, text: string): Value {
  if (kind === 'date') {
    if (!DAY.test(text) || Number.isNaN(Date.parse(text)))
      throw new ServiceError('invalid', `${id}: ${text} is not a day like 2026-01-31`);
    return text;
  }
  if (kind === 'text' || kind === 'choice' || kind === 'list') return text;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || Math.abs(number) > 1e12)
    throw new ServiceError('invalid', `${id}: ${text} is not a number`);
  return Math.round(number * SCALE[kind]);
}
