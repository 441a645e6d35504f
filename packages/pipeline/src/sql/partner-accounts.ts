import { feedOf, type Month } from '../month';

/**
 * Whose accounts: `partner_id, account_id, location_ids`. A partner sees an account through which it had a
 * transaction in 36 months, or has a live subscription or agreement.
 */
export function partnerAccountsSql(month: Month, cutOff: string): string {
  const cut = `toDate('${cutOff}')`;
  const through = 'SELECT partner_id, account_id, location_id FROM';
  return `SELECT partner_id, account_id, arraySort(arrayFilter(l -> l != '', groupUniqArray(location_id))) AS location_ids FROM (
    ${through} ${feedOf(month, 'transactions')} WHERE date < ${cut} AND date >= addMonths(${cut}, -36) AND quantity > 0
    UNION ALL ${through} ${feedOf(month, 'subscriptions')} WHERE start_date < ${cut} AND (end_date IS NULL OR end_date >= ${cut})
    UNION ALL ${through} ${feedOf(month, 'agreements')} WHERE (start_date IS NULL OR start_date < ${cut}) AND end_date >= ${cut}
  ) WHERE partner_id != '' GROUP BY partner_id, account_id`;
}
