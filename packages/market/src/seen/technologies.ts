import type { Calendar } from '../calendar';
import { clamp, sigmoid } from '../curve';
import { type Company, sizeOf } from '../firm/company';
import { type Random, random } from '../random';
import type { World } from '../world';

/** A technology that a company is seen to use between two days; it may belong to several groups. */
export type Technology = {
  name: string;
  groups: readonly string[];
  first: number;
  last: number;
  gone: boolean;
};

/** Log-odds by group: of a middling company, and what a unit of maturity and of size adds. */
const GROUPS: Record<string, readonly [base: number, maturity: number, size: number]> = {
  'office-rival': [-1.5, 0.4, 0],
  'cloud-rival': [-1.7, 0.6, 0.6],
  'crm-rival': [-1.5, 0.7, 0.3],
  'erp-rival': [-1.1, 0.2, 0.5],
  'low-code-rival': [-1.85, 0.6, 0.5],
  'security-rival': [-1.6, 0.4, 0.5],
  'device-rival': [-1.9, 0.3, 0.6],
  web: [0.3, 0.7, 0.2],
  data: [-1.4, 0.8, 0.5],
};

/** Rare until the world changes, then common: the planted drift. */
const NEWCOMER = { name: 'Okta', groups: ['security-rival'], share: 0.25 } as const;

/** Hidden maturity shows in how many there are. */
export function technologiesOf(world: World, company: Company): Technology[] {
  const r = random(world.seed, { purpose: 'technology', index: company.index });
  const found = new Map<string, Technology>();
  for (const [group, [base, maturity, size]] of Object.entries(GROUPS)) {
    const names = world.technologies.get(group)!;
    const share = sigmoid(base + maturity * company.maturity + size * sizeOf(company.employees));
    if (r.chance(share)) add(found, seen(r, r.pick(names), world));
    if (names.length > 3 && r.chance(share * 0.3)) add(found, seen(r, r.pick(names), world));
  }
  if (r.chance(NEWCOMER.share)) {
    const { driftDay, end } = world.calendar;
    const first = driftDay + r.below(Math.max(1, end - driftDay));
    add(found, {
      ...NEWCOMER,
      first,
      last: end - r.below(Math.min(30, Math.max(1, end - first))),
      gone: false,
    });
  }
  return [...found.values()];
}

function add(found: Map<string, Technology>, technology: Technology): void {
  if (!found.has(technology.name)) found.set(technology.name, technology);
}

function seen(
  r: Random,
  name: string,
  { calendar, groupsOf }: { calendar: Calendar; groupsOf: ReadonlyMap<string, readonly string[]> },
): Technology {
  const { oldest, start, end } = calendar;
  const groups = groupsOf.get(name)!;
  const first = r.chance(0.85) ? oldest + r.below(start - oldest) : start + r.below(end - start);
  const gone = r.chance(0.06) && first < end - 60;
  const last = gone ? first + 30 + r.below(end - first - 30) : end - r.below(45);
  return { name, groups, first, last: clamp(last, first, end), gone };
}
