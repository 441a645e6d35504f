import { type Fact, inLocale, seesFact } from '@ascent/schemas';
import { readerOf } from '../access/reader';
import type { Context } from '../context';
import { requireRelease } from '../release/shown';
import { countsSignal } from './evidence';
import { readAccount } from './read-account';

export type OwnAgreement = {
  agreementId: string;
  day: string;
  program: string;
  division: string;
  expiration: string;
  /** Millionths; null where the release foresees none. */
  renewal: number | null;
  /** Cents; absent for a role that may not see it. */
  cents?: number;
};
export type OwnSignal = {
  id: string;
  kind: string;
  topic: string;
  day: string;
  strength: number;
  source: string;
  url: string | null;
};
export type OwnedFact = {
  fact: string;
  words: { en: string; pt: string };
  unit: Fact['unit'];
  value: number;
};
export type Belongings = {
  technologies: OwnedFact[];
  installBase: OwnedFact[];
  /** Newest first; `url` only where it leads to the web. */
  signals: OwnSignal[];
  agreements: OwnAgreement[];
};

const SIGNALS_MAX = 200;
const AGREEMENTS_MAX = 200;

/** What an account uses, owns and has signed, as far as the reader may see it. */
export async function accountBelongings(context: Context, accountId: string): Promise<Belongings> {
  const { platform, actor } = context;
  const release = await requireRelease(platform.app);
  const reader = readerOf(context);
  const facts = release.catalogue.facts.filter((fact) => seesFact(fact, actor.seesSensitive));
  const technical = facts.filter(({ source }) => source.from === 'technologies');
  const owned = facts.filter(
    ({ source }) => source.from === 'subscriptions' || source.from === 'transactions',
  );
  const mine = [{ column: 'account_id', op: '=' as const, value: accountId }];
  const [{ known, signals }, agreements] = await Promise.all([
    readAccount(context, release, accountId),
    reader.agreementPage({
      releaseId: release.id,
      where: mine,
      columns: [
        ...['AgreementID', 'AgreementEndDate', 'LicenseProgram', 'RevSumDivisionName'],
        ...['ExpirationType', 'ExpiringRevenue', 'RenewalPropensity'],
      ],
      orderBy: [{ column: 'AgreementEndDate', descending: false }],
      limit: AGREEMENTS_MAX,
    }),
  ]);
  const { values } = known.days.intent;
  const held = (from: typeof facts): OwnedFact[] =>
    from
      .map(({ id, words, unit }) => ({ fact: id, words, unit, value: Number(values[id] ?? 0) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => inLocale(a.words, 'en').localeCompare(inLocale(b.words, 'en')));
  // What stands behind facts that the reader may not see, and behind no other, is not told.
  const told = (signal: OwnSignal) => {
    const counts = (fact: Fact) => countsSignal(fact, signal);
    return facts.some(counts) || !release.catalogue.facts.some(counts);
  };
  return {
    technologies: held(technical),
    installBase: held(owned),
    signals: signals
      .map(({ seen: _, ...signal }) => signal)
      .filter(told)
      .slice(0, SIGNALS_MAX),
    agreements: agreements.map((each) => ({
      agreementId: String(each.AgreementID),
      day: String(each.AgreementEndDate),
      program: String(each.LicenseProgram),
      division: String(each.RevSumDivisionName),
      expiration: String(each.ExpirationType),
      renewal: each.RenewalPropensity as number | null,
      ...(actor.seesSensitive ? { cents: Number(each.ExpiringRevenue) } : {}),
    })),
  };
}
