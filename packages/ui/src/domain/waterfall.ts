/** Deci-points throughout: integers, so every sum on the screen is exact. */
export type Driver = { id: string; label: string; evidence?: string; points: number };

export type WaterfallInput = {
  base: number;
  drivers: Driver[];
  /** Drivers the server has already summed. */
  other?: { count: number; points: number };
  /** What was cut off at 0 or 100: negative above, positive below. */
  cap?: number;
  total: number;
};

export type WaterfallStep = {
  id: string;
  kind: 'base' | 'driver' | 'rest' | 'cap';
  label?: string;
  evidence?: string;
  points: number;
  /** The running total before and after. */
  from: number;
  to: number;
  rest?: { count: number; most?: number; least?: number };
};

/** Base first, ups strongest first, then downs, the weakest summed, the cap last. */
export function waterfallSteps(input: WaterfallInput, shown = 10): WaterfallStep[] {
  const ranked = [...input.drivers].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const ups = ranked.slice(0, shown).filter((driver) => driver.points >= 0);
  const downs = ranked.slice(0, shown).filter((driver) => driver.points < 0);
  const parts: Part[] = [
    { id: 'base', kind: 'base', points: input.base },
    ...[...ups, ...downs].map((driver): Part => ({ ...driver, id: `driver-${driver.id}`, kind: 'driver' })),
    ...restOf(ranked.slice(shown), input.other),
    ...(input.cap ? [{ id: 'cap', kind: 'cap' as const, points: input.cap }] : []),
  ];
  let running = 0;
  return parts.map((part) => {
    const from = running;
    running += part.points;
    return { ...part, from, to: running };
  });
}

/** A sum that does not meet the score is a defect of the data: it must not be drawn as if it did. */
export function addsUp(input: WaterfallInput): boolean {
  const drivers = input.drivers.reduce((sum, driver) => sum + driver.points, 0);
  return input.base + drivers + (input.other?.points ?? 0) + (input.cap ?? 0) === input.total;
}

/** From 0 to 100, and further only where the running total goes further before the cap. */
export function waterfallDomain(steps: WaterfallStep[]): Domain {
  const ends = steps.flatMap((step) => [step.from, step.to]);
  return { min: Math.min(0, ...ends), max: Math.max(1000, ...ends) };
}

/** Percent of the plot's width. */
export function position(value: number, { min, max }: Domain): number {
  return (100 * (value - min)) / (max - min);
}

export type Domain = { min: number; max: number };
type Part = Omit<WaterfallStep, 'from' | 'to'>;

function restOf(weak: Driver[], other: WaterfallInput['other']): Part[] {
  const count = weak.length + (other?.count ?? 0);
  if (count === 0) return [];
  const points = weak.reduce((sum, driver) => sum + driver.points, 0) + (other?.points ?? 0);
  const known = other?.count ? [] : weak.map((driver) => driver.points);
  const span = known.length ? { most: Math.max(...known), least: Math.min(...known) } : {};
  return [{ id: 'rest', kind: 'rest', points, rest: { count, ...span } }];
}
