import { factColumn, factsQuery, factType } from '@ascent/scoring';
import { addColumns } from '@ascent/warehouse';
import { asOfDays, feedOf, type Month } from '../month';

/** Facts of every account as of each day that training and scoring need, each day a partition of its own. */
export async function features(month: Month): Promise<Record<string, unknown>> {
  const { catalogue, warehouse, releaseId } = month;
  const facts = catalogue.facts.map((fact) => ({ name: factColumn(fact.id), type: factType(fact) }));
  for (const sql of addColumns('features', facts)) await warehouse.command({ sql, idempotent: true });
  const query = factsQuery(catalogue, {
    accounts: feedOf(month, 'accounts'),
    technologies: feedOf(month, 'technologies'),
    subscriptions: feedOf(month, 'subscriptions'),
    transactions: feedOf(month, 'transactions'),
    agreements: feedOf(month, 'agreements'),
    opportunities: feedOf(month, 'opportunities'),
    signals: feedOf(month, 'signals'),
  });
  const asOf = asOfDays(month);
  const days = [...new Set([asOf.score, asOf.fit, asOf.fitTraining, ...asOf.intentTraining])].sort();
  const columns = ['release_id', 'as_of', 'account_id', 'observed', ...facts.map((fact) => fact.name)];
  for (const day of days) {
    await warehouse.command({
      sql: `ALTER TABLE features DROP PARTITION ('${releaseId}', '${day}')`,
      idempotent: true,
    });
    await warehouse.command({
      sql: `INSERT INTO features (${columns.join(', ')}) SELECT {release:String}, {cut:Date}, * FROM (${query})`,
      params: { release: releaseId, cut: day },
    });
  }
  return { days };
}
