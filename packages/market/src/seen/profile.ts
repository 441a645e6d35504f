import type { Company } from '../firm/company';
import { INDUSTRIES } from '../firm/industries';
import { type Random, random } from '../random';
import type { Life } from '../sales/life';
import { PRICE_LIST } from '../sales/price-list';
import type { World } from '../world';

const SEGMENT = 'Small, Medium & Corporate';

/** What the accounts feed says of a company, column by column: some of it missing, some of it wrong. */
export function profileOf(world: World, life: Life): Record<string, string> {
  const { company } = life;
  const { country } = company;
  const r = random(world.seed, { purpose: 'dirt', index: company.index });
  const unless = (share: number, value: string) => (r.chance(share) ? '' : value);
  const { industry, vertical } = r.chance(0.03)
    ? wrongIndustry(r)
    : { industry: company.industry.name, vertical: company.vertical };
  const hasIndustry = !r.chance(0.08);
  return {
    account_id: company.id,
    customer_id: String(10_000_000 + company.index * 17),
    duns: unless(0.15, String(100_000_000 + ((company.index * 7919) % 900_000_000))),
    name: company.name,
    domain: unless(0.1, r.chance(0.03) ? changedDomain(company) : company.domain),
    employees: unless(0.05, String(company.employees)),
    industry: hasIndustry ? industry : '',
    vertical: hasIndustry ? vertical : '',
    area: country.area,
    subsidiary: country.subsidiary,
    sales_territory: `${country.code.toUpperCase()}.SMC.${company.state.slice(0, 2).toUpperCase()}.${1 + (company.index % 4)}`,
    city: company.city,
    state: company.state,
    postal_code: unless(0.06, company.postal),
    country: country.name,
    segment: SEGMENT,
    sub_segment: subSegment(company),
    nonprofit: company.nonprofit,
    founded_year: unless(0.1, String(company.foundedYear)),
    monthly_consumption: unless(0.4, consumption(r, life)),
    known_on: r.chance(0.02)
      ? world.calendar.text(world.calendar.start + r.below(world.calendar.end - world.calendar.start))
      : '',
  };
}

function wrongIndustry(r: Random): { industry: string; vertical: string } {
  const { name, verticals } = r.pick(INDUSTRIES);
  return { industry: name, vertical: r.pick(verticals) };
}

/** The company has moved since, or the feed took that of a sister. */
function changedDomain({ domain, country }: Company): string {
  return domain.replace(/\.example$/, `-${country.code}-group.example`);
}

function subSegment({ industry, nonprofit }: Company): string {
  if (nonprofit !== 'No') return 'SM&C Nonprofit';
  return industry.name === 'Education' ? 'SM&C Education' : 'SM&C Commercial';
}

/** US dollars a month of what runs in the cloud now; blank when nothing does. */
function consumption(r: Random, { ledger }: Life): string {
  let cents = 0;
  for (const { sku, seats } of ledger.holdings.values()) {
    if (sku.startsWith('AZ-')) cents += (seats * PRICE_LIST[sku]!.cents) / 12;
  }
  return cents === 0 ? '' : (Math.round(cents * (0.5 + r.next())) / 100).toFixed(2);
}
