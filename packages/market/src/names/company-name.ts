import type { Country } from '../firm/countries';
import type { IndustryName } from '../firm/industries';
import type { Random } from '../random';
import { LANGUAGES } from './language';

const HEADS =
  'Al Bre Can Dex El Fin Gra He In Ju Ka Lu Men Nor Op Pra Quan Ri So Tra Uno Van Wes Zen Ar Ce Dy Fe Ho Me Ora Pul Sy Ten Vi'.split(
    ' ',
  );
const MIDDLES = 'ta vi do ma ra ne li bo mi co lo ve sa ti ri na'.split(' ');
const TAILS = 'ro x ra ris lon tis va mar nex dia on rel gia tor ca mus la'.split(' ');

/** A company's name in the language of its country and the words of its industry, mostly with a legal suffix. */
export function companyName(r: Random, country: Country, industry: IndustryName): string {
  const { trades, tradeFirst } = LANGUAGES[country.language];
  const head = headOf(r, country);
  const trade = r.pick(trades[industry]);
  const name = tradeFirst ? `${trade} ${head}` : `${head} ${trade}`;
  return r.chance(0.88) ? `${name} ${r.pick(country.suffixes)}` : name;
}

/** A web domain that no one can own, from the name's own words. */
export function domainOf(r: Random, name: string, country: Country): string {
  const suffix = country.suffixes.find((each) => name.endsWith(` ${each}`));
  const words = plain(suffix ? name.slice(0, -suffix.length) : name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
  const joined = words.join(r.chance(0.8) ? '' : '-');
  const ending = r.chance(0.75) ? '' : `-${country.code}`;
  return `${joined.slice(0, 50)}${ending}.example`;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
}

function headOf(r: Random, country: Country): string {
  const { owners, joiners, and } = LANGUAGES[country.language];
  const style = r.next();
  if (style < 0.42) return `${r.pick(HEADS)}${r.pick(MIDDLES)}${r.pick(TAILS)}`;
  const owner = r.pick(owners);
  if (style < 0.5) return owner;
  if (style < 0.62) return `${owner}${r.pick(joiners)}`;
  const other = r.pick(owners);
  return other === owner ? owner : `${owner}${and}${other}`;
}
