import { type Catalogue, type Fact, isCategory } from '@ascent/schemas';
import { factColumn } from './column';
import {
  accountMeasure,
  agreementMeasure,
  CUT,
  opportunityMeasure,
  salesMeasure,
  signalMeasure,
  subscriptionMeasure,
  technologyMeasure,
} from './measures';
import { orderMeasure } from './order-measures';

/** Names of the tables or views that the query reads: the latest row a key; of accounts all rows, of which the latest that was known by then counts. */
export type FactTables = Record<
  'accounts' | 'technologies' | 'subscriptions' | 'transactions' | 'agreements' | 'opportunities' | 'signals',
  string
>;

type Group =
  | 'technologies'
  | 'sales'
  | 'orders'
  | 'subscriptions'
  | 'agreements'
  | 'opportunities'
  | 'signals';

/**
 * One SELECT that gives a wide row of facts for every account known before the cut-off `{cut:Date}`:
 * `account_id`, `observed` (1 when anything but firmographics was collected) and a column for each fact.
 */
export function factsQuery(catalogue: Catalogue, tables: FactTables): string {
  const ranks = Object.fromEntries(catalogue.skus.flatMap((sku) => (sku.rank ? [[sku.id, sku.rank]] : [])));
  const groups: Record<Group, string[]> = {
    technologies: [],
    sales: [],
    orders: [],
    subscriptions: [],
    agreements: [],
    opportunities: [],
    signals: [],
  };
  const outer = catalogue.facts.map((fact) => {
    const [group, expression] = place(fact, ranks);
    const column = factColumn(fact.id);
    if (group === 'account') return `${expression} AS ${column}`;
    groups[group].push(`${expression} AS ${column}`);
    const value = `${group}.${column}`;
    return `${zeroWhenNone(fact) ? `ifNull(${value}, 0)` : value} AS ${column}`;
  });
  const seen = ['technologies', 'sales', 'subscriptions', 'agreements', 'opportunities', 'signals'] as const;
  const joins = (Object.keys(groups) as Group[])
    .filter((group) => groups[group].length > 0 || group !== 'orders')
    .map(
      (group) =>
        `LEFT JOIN (${subquery(group, groups[group], tables)}) AS ${group} ON ${group}.account_id = a.account_id`,
    );
  return [
    `SELECT a.account_id AS account_id, toUInt8(${seen.map((group) => `isNotNull(${group}.seen)`).join(' OR ')}) AS observed`,
    ...outer.map((column) => `, ${column}`),
    `FROM (SELECT * FROM ${tables.accounts} WHERE known_on IS NULL OR known_on < ${CUT} ORDER BY load_seq DESC LIMIT 1 BY account_id) AS a`,
    ...joins,
    'SETTINGS join_use_nulls = 1',
  ].join('\n');
}

export function factType(fact: Fact): string {
  return isCategory(fact) ? 'LowCardinality(Nullable(String))' : 'Nullable(Int64)';
}

function place(fact: Fact, ranks: Record<string, number>): [Group | 'account', string] {
  const { source } = fact;
  switch (source.from) {
    case 'account':
      return ['account', accountMeasure(source)];
    case 'technologies':
      return ['technologies', technologyMeasure(source)];
    case 'transactions': {
      const line = salesMeasure(source);
      if (line) return ['sales', line];
      if (source.skus || source.windowDays) {
        throw new Error(
          `fact ${fact.id}: ${source.measure} is over whole orders and takes neither skus nor a window`,
        );
      }
      return ['orders', orderMeasure(source)!];
    }
    case 'subscriptions':
      return ['subscriptions', subscriptionMeasure(source, ranks)];
    case 'agreements':
      return ['agreements', agreementMeasure(source)];
    case 'opportunities':
      return ['opportunities', opportunityMeasure(source)];
    case 'signals':
      return ['signals', signalMeasure(source)];
  }
}

/** Counts and sums of an account without rows are zero; days and ranks are unknown. */
function zeroWhenNone(fact: Fact): boolean {
  const { source } = fact;
  return (
    source.from !== 'account' &&
    [
      'count',
      'orders',
      'amount',
      'quantity',
      'skus',
      'active',
      'ever',
      'seats',
      'live',
      'endingWithin',
      'open',
      'won',
      'lost',
      'decayed',
      'trend',
    ].includes(source.measure)
  );
}

function subquery(group: Group, columns: string[], tables: FactTables): string {
  const list = ['account_id', 'toNullable(1) AS seen', ...columns].join(',\n  ');
  const purchases = `FROM (SELECT account_id, sku, quantity, amount, date, if(order_id = '', transaction_id, order_id) AS order_id FROM ${tables.transactions} WHERE date < ${CUT} AND quantity > 0 AND amount > 0)`;
  switch (group) {
    case 'technologies':
      return `SELECT ${list} FROM ${tables.technologies} WHERE first_seen < ${CUT} AND (last_seen IS NULL OR last_seen >= ${CUT} - 180) GROUP BY account_id`;
    case 'sales':
      return `SELECT ${list} ${purchases} GROUP BY account_id`;
    case 'orders':
      return `SELECT ${list} FROM (
        SELECT account_id, arrayMap(o -> o.1, sorted) AS ds, arrayMap(o -> o.3, sorted) AS amounts FROM (
          SELECT account_id, arraySort(groupArray((day, order_id, total))) AS sorted FROM (
            SELECT account_id, order_id, min(date) AS day, sum(amount) AS total ${purchases} GROUP BY account_id, order_id
          ) GROUP BY account_id))`;
    case 'subscriptions':
      return `SELECT ${list} FROM ${tables.subscriptions} WHERE start_date < ${CUT} GROUP BY account_id`;
    case 'agreements':
      return `SELECT ${list} FROM ${tables.agreements} WHERE start_date IS NULL OR start_date < ${CUT} GROUP BY account_id`;
    case 'opportunities':
      return `SELECT ${list} FROM ${tables.opportunities} WHERE created_on < ${CUT} GROUP BY account_id`;
    case 'signals':
      return `SELECT ${list} FROM ${tables.signals} WHERE date < ${CUT} AND ifNull(seen_on, date) < ${CUT} GROUP BY account_id`;
  }
}
