import { type Backtest, backtest } from '@ascent/pipeline';
import type { Verb } from '../cli/verb';

export const evaluateReleases: Verb = {
  name: 'evaluate releases',
  usage: 'evaluate releases RELEASE...',
  about: 'published probabilities against the purchases that came after, the releases as one block',
  positionals: { min: 1, max: 24 },
  stores: true,
  run: async (given, _progress, stores) => ({
    products: await backtest({ db: stores.host, warehouse: stores.warehouse }, given.positionals),
  }),
  say: ({ products }) =>
    (products as Backtest[])
      .map(
        ({ product, rows, positives, auc, logLoss }) =>
          `${product}: ${rows} rows, ${positives} bought, AUC ${auc?.toFixed(4) ?? 'unknown'}, log loss ${logLoss?.toFixed(4) ?? 'unknown'}`,
      )
      .join('\n'),
};
