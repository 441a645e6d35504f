import { LANGUAGES, type LanguageName } from '../names/language';
import { random } from '../random';
import type { Company } from './company';
import { COUNTRIES, type Country } from './countries';

export type Location = { id: string; name: string; city: string };
export type Partner = {
  id: string;
  name: string;
  country: Country;
  /** Hidden: how well it sells. Its logarithm is added to that of every purchase's rate. */
  quality: number;
  locations: readonly Location[];
};

/** Partners by country, each with the running sum of its weight. */
export type PartnerPool = { all: Partner[]; pools: Map<string, { partners: Partner[]; upTo: number[] }> };

const KINDS: Record<LanguageName, readonly string[]> = {
  english: ['Cloud', 'Systems', 'IT Services', 'Digital', 'Networks'],
  portuguese: ['Sistemas', 'Tecnologia', 'Informática', 'Soluções', 'Nuvem'],
  spanish: ['Sistemas', 'Informática', 'Soluciones', 'Tecnología'],
  german: ['Systemhaus', 'IT-Service', 'Datentechnik', 'Netzwerke'],
  french: ['Informatique', 'Systèmes', 'Numérique', 'Réseaux'],
  japanese: ['Joho', 'Systems', 'Network'],
};

/** A few partners of each country are much larger than the rest; each has one to four locations. */
export function openPartners(seed: number, count: number): PartnerPool {
  const all = Array.from({ length: count }, (_, index) => partnerOf(seed, index));
  const pools = new Map<string, { partners: Partner[]; upTo: number[] }>();
  for (const country of COUNTRIES) {
    const local = all.filter((partner) => partner.country === country);
    const partners = local.length > 0 ? local : all;
    let sum = 0;
    const upTo = partners.map((_, rank) => {
      sum += (rank + 1) ** -0.8;
      return sum;
    });
    pools.set(country.name, { partners, upTo });
  }
  return { all, pools };
}

/** The partners through which a company buys: one of its own country, sometimes a second; none for one that never buys. */
export function partnersOf(seed: number, company: Company, pool: PartnerPool): Partner[] {
  if (!company.buys || pool.all.length === 0) return [];
  const r = random(seed, { purpose: 'partner', index: company.index });
  const { partners, upTo } = pool.pools.get(company.country.name)!;
  const draw = () => partners[firstAbove(upTo, r.next() * upTo.at(-1)!)]!;
  const main = draw();
  const second = r.chance(0.15) ? draw() : main;
  return second === main ? [main] : [main, second];
}

function partnerOf(seed: number, index: number): Partner {
  const r = random(seed, { purpose: 'partner', index, part: 1 });
  const country = COUNTRIES[index % COUNTRIES.length]!;
  const owner = r.pick(LANGUAGES[country.language].owners);
  const id = String(6_100_000 + index * 137 + 25);
  const first = r.below(country.cities.length);
  const locations = Array.from({ length: 1 + r.below(4) }, (_, at) => {
    const [city] = country.cities[(first + at) % country.cities.length]!;
    return { id: `${id}-${at + 1}`, name: `${owner} ${city}`, city };
  });
  const quality = country.partnerQuality + 0.3 * r.normal();
  return { id, name: `${owner} ${r.pick(KINDS[country.language])}`, country, quality, locations };
}

function firstAbove(sums: number[], value: number): number {
  let low = 0;
  for (let high = sums.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
