import { join } from 'node:path';
import type { Verb } from '../cli/verb';
import { dataFolder, sampleAccounts } from '../env';
import { fillSample } from '../sample/fill-sample';
import { latestPeriod } from '../sample/latest-period';
import { sampleMarket, usersOf } from '../sample/sample-market';

export const sampleFill: Verb = {
  name: 'sample',
  usage: 'sample',
  about: 'writes the sample market, ingests it, runs its last two months: what the first start does',
  stores: true,
  run: async (_given, progress, stores) => {
    const accounts = sampleAccounts() || 20_000;
    const period = latestPeriod(new Date());
    const password = stores.run.secrets.samplePassword;
    const folder = join(dataFolder(), 'sample');
    const times = await fillSample(stores, { folder, accounts, period, password }, progress);
    const users = usersOf(sampleMarket(accounts, period)).map(({ email, about }) => ({ email, about }));
    return { times, users, password };
  },
  say: ({ users, password }) =>
    [
      `password of all: ${password}`,
      ...(users as { email: string; about: string }[]).map(({ email, about }) => `  ${email}: ${about}`),
    ].join('\n'),
};
