/** Pure data: what a sku costs and how many a company takes. */
export type Offer = {
  /** US cents for a seat a year, or for a piece. */
  cents: number;
  /** Share of the staff that needs a seat or a piece; at least one is bought. */
  perEmployee: number;
  /** Pieces that come whatever the size. */
  least: number;
};

const offer = (cents: number, perEmployee: number, least = 1): Offer => ({ cents, perEmployee, least });

export const PRICE_LIST: Record<string, Offer> = {
  'M365-BB': offer(7_200, 1),
  'M365-BS': offer(15_000, 1),
  'M365-BP': offer(26_400, 1),
  'M365-E3': offer(43_200, 1),
  'M365-E5': offer(68_400, 1),
  'M365-COPILOT': offer(36_000, 0.25),
  'SEC-DEFENDER': offer(6_200, 0.9),
  'SEC-ENTRA': offer(10_800, 0.8),
  'AZ-VM': offer(240_000, 0.02),
  'AZ-SQL': offer(180_000, 0.012),
  'AZ-BACKUP': offer(60_000, 0.02),
  'AZ-AVD': offer(150_000, 0.03),
  'AZ-APP': offer(90_000, 0.015),
  'AZ-AI': offer(210_000, 0.01),
  'D365-BC': offer(84_000, 0.25, 2),
  'D365-SP': offer(78_000, 0.12, 2),
  'PWR-APPS': offer(24_000, 0.2, 3),
  'SURF-PRO': offer(115_000, 0.18),
  'SURF-LAPTOP': offer(129_000, 0.22),
  'OFF-2016': offer(23_000, 0.6),
  'OFF-2019': offer(25_000, 0.6),
  'OFF-2021': offer(27_000, 0.6),
  'EXC-2016': offer(70_000, 0.01),
  'WIN-STD': offer(97_000, 0.02),
  'WIN-DC': offer(615_000, 0.006),
  'SQL-SRV': offer(380_000, 0.008),
  'DYN-NAV': offer(250_000, 0.12, 2),
  'DYN-GP': offer(240_000, 0.12, 2),
  'DYN-SL': offer(230_000, 0.1, 2),
  'DYN-AX': offer(410_000, 0.1, 5),
  'DYN-CRM': offer(150_000, 0.1, 3),
};

/** From the lowest suite to the highest: the ladder of upgrades. */
export const SUITES: readonly string[] = ['M365-BB', 'M365-BS', 'M365-BP', 'M365-E3', 'M365-E5'];
export const WORKLOADS = ['AZ-VM', 'AZ-BACKUP', 'AZ-SQL', 'AZ-APP', 'AZ-AVD', 'AZ-AI'] as const;
export const DEVICES = ['SURF-PRO', 'SURF-LAPTOP'] as const;

/** Suites that take Copilot. */
export const COPILOT_SUITES: ReadonlySet<string> = new Set(['M365-BP', 'M365-E3', 'M365-E5']);

/** Pieces or seats of a sku for so many people, at least one. */
export function piecesFor(sku: string, people: number): number {
  const { perEmployee, least } = PRICE_LIST[sku]!;
  return Math.max(1, least, Math.round(people * perEmployee));
}
