import { defaultCatalogue, Period } from '@ascent/schemas';
import { optional, required, UsageError, type Verb, wholeNumber } from '../cli/verb';
import { latestPeriod } from '../sample/latest-period';
import { type MarketSummary, writeMarket } from '../sample/write-market';

export const marketGenerate: Verb = {
  name: 'market generate',
  usage: 'market generate --accounts N --partners P --months M --seed S --out DIR [--end YYYY-MM]',
  about: 'writes the synthetic market as feed files, with truth.csv beside them',
  options: {
    accounts: { type: 'string' },
    partners: { type: 'string' },
    months: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    end: { type: 'string' },
  },
  stores: false,
  run: async (given, progress) => {
    const end = Period.safeParse(optional(given, 'end') ?? latestPeriod(new Date()));
    if (!end.success) throw new UsageError('--end is written YYYY-MM');
    const options = {
      catalogue: defaultCatalogue,
      accounts: wholeNumber(given, 'accounts'),
      partners: wholeNumber(given, 'partners'),
      months: wholeNumber(given, 'months'),
      seed: wholeNumber(given, 'seed'),
      endPeriod: end.data,
    };
    return writeMarket(options, required(given, 'out'), (rows) => progress(`${rows} rows written`));
  },
  say: (result) => {
    const { folder, files } = result as MarketSummary;
    return [folder, ...Object.entries(files).map(([name, { rows }]) => `  ${name}: ${rows} rows`)].join('\n');
  },
};
