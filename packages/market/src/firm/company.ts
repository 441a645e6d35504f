import { NONPROFIT } from '@ascent/schemas';
import { clamp } from '../curve';
import { companyName, domainOf } from '../names/company-name';
import { type Random, random } from '../random';
import { COUNTRIES, type Country } from './countries';
import { INDUSTRIES, type Industry } from './industries';

/** A company as it truly is, hidden traits included; what a feed says of it may be wrong. */
export type Company = {
  index: number;
  id: string;
  name: string;
  domain: string;
  country: Country;
  city: string;
  state: string;
  postal: string;
  industry: Industry;
  vertical: string;
  employees: number;
  foundedYear: number;
  nonprofit: (typeof NONPROFIT)[number];
  /** Hidden, about standard normal: how digital it is, how fast it grows, how much it minds its risks. */
  maturity: number;
  growth: number;
  caution: number;
  /** Three in a hundred never buy from anyone. */
  buys: boolean;
};

const NEVER_BUYS = 0.03;
const NAMESAKES = 0.02;

/** A function of the seed and the index alone; `year` is that of the window's end. */
export function companyOf(seed: number, index: number, year: number): Company {
  const r = random(seed, { purpose: 'company', index });
  const { country, industry } = rootsOf(r);
  const [city, state, postal] = r.pick(country.cities);
  const name = nameOf(seed, r.chance(NAMESAKES) ? namesakeOf(index) : index);
  const employees = Math.round(clamp(Math.exp(2.55 + 1.35 * r.normal()), 1, 999));
  const foundedYear = year - Math.round(clamp(Math.exp(2.5 + 0.8 * r.normal()), 0, 150));
  const growth = r.normal();
  return {
    index,
    id: `A${String(index + 1).padStart(8, '0')}`,
    name,
    domain: domainOf(r, name, country),
    country,
    city,
    state,
    postal: postalOf(r, postal),
    industry,
    vertical: r.pick(industry.verticals),
    employees,
    foundedYear,
    nonprofit: industry.name === 'Non-profit' ? r.pick(NONPROFIT.slice(0, 4)) : 'No',
    maturity: 0.85 * r.normal() + industry.maturity + 0.3 * sizeOf(employees),
    growth,
    caution: 0.85 * r.normal() + industry.caution,
    buys: !r.chance(NEVER_BUYS),
  };
}

/** Size on a scale on which most companies lie between -1.5 and 2.5. */
export function sizeOf(employees: number): number {
  return (Math.log(employees) - 2.55) / 1.35;
}

/** The name of the company with this index, from its own country and industry. */
function nameOf(seed: number, index: number): string {
  const r = random(seed, { purpose: 'company', index });
  const { country, industry } = rootsOf(r);
  return companyName(random(seed, { purpose: 'name', index }), country, industry.name);
}

/** A company at most 64 places before. */
function namesakeOf(index: number): number {
  return Math.max(0, index - 1 - (index % 64));
}

/** The first two draws of a company, so that its name can be told without the rest of it. */
function rootsOf(r: Random): { country: Country; industry: Industry } {
  return { country: byShare(COUNTRIES, r.next()), industry: byShare(INDUSTRIES, r.next()) };
}

function byShare<T extends { share: number }>(items: readonly T[], u: number): T {
  let left = u;
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  return items.at(-1)!;
}

function postalOf(r: Random, pattern: string): string {
  return pattern
    .replaceAll('#', () => String(r.below(10)))
    .replaceAll('@', () => 'ABDEFGHJLNPQRSTUWXYZ'[r.below(20)]!);
}
