import { type Month, stepDetail } from '../month';
import { scoreRenewals } from '../renewal';
import { TrainDetail } from './train';

/** The chance of renewal of every live agreement. */
export async function renewals(month: Month): Promise<Record<string, unknown>> {
  const { renewal } = TrainDetail.parse(await stepDetail(month, 'train'));
  await scoreRenewals(month, renewal);
  return {};
}
