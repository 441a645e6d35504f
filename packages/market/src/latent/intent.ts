import { clamp } from '../curve';
import type { Company } from '../firm/company';
import { random } from '../random';

/** True intent at the end of every step, 0 to 1, and the surges behind it. */
export type IntentPath = {
  level: Float64Array;
  /** The part of the level that surges bring: it builds up while one lasts and fades after it. */
  peak: Float64Array;
  /** Steps that the surge still has to go, this one counted; 0 = none. */
  left: Uint8Array;
  /** How high the last surge reaches. */
  height: Float64Array;
};

/** Chance of a new surge in a step, of a company of middling growth. */
const ONSET = 0.0115;
const CALM = 0.05;
const CALM_KEPT = 0.7;
const BUILT_UP = 0.6;
const KEPT = 0.72;

/** A slow wave with surges of one to three months upon it. */
export function intentPath(
  seed: number,
  company: Company,
  at: { product: number; steps: number },
): IntentPath {
  const r = random(seed, { purpose: 'intent', index: company.index, part: at.product });
  const chance = onsetChance(company);
  const path = emptyPath(at.steps);
  let calm = CALM;
  let left = 0;
  let height = 0;
  let peak = 0;
  for (let step = 0; step < at.steps; step++) {
    calm = clamp(CALM + CALM_KEPT * (calm - CALM) + 0.1 * (r.next() - 0.5), 0, 0.2);
    left = Math.max(0, left - 1);
    if (left === 0 && r.chance(chance)) {
      left = 1 + r.below(3);
      height = 0.6 + 0.4 * r.next();
    }
    peak = peakAfter(peak, left > 0 ? height : null);
    path.level[step] = Math.min(1, calm + peak);
    path.peak[step] = peak;
    path.left[step] = left;
    path.height[step] = height;
  }
  return path;
}

export function onsetChance(company: Company): number {
  return ONSET * Math.exp(0.25 * company.growth);
}

/**
 * Expected intent `ahead` steps after `step` from what is true at its end; `begins` is how many steps after it a
 * surge of middling height and length begins, infinity for none.
 */
export function expectedIntent(
  path: IntentPath,
  step: number,
  at: { ahead: number; begins: number },
): number {
  let peak = path.peak[step]!;
  const calm = calmAfter(path.level[step]! - peak, at.ahead);
  for (let ahead = 1; ahead <= at.ahead; ahead++) {
    const going = path.left[step]! > ahead ? path.height[step]! : null;
    const fresh = ahead >= at.begins && ahead < at.begins + MIDDLING.steps ? MIDDLING.height : null;
    peak = peakAfter(peak, going ?? fresh);
  }
  return Math.min(1, calm + peak);
}

const MIDDLING = { height: 0.8, steps: 2 } as const;

function calmAfter(calm: number, steps: number): number {
  return CALM + CALM_KEPT ** steps * (calm - CALM);
}

function peakAfter(peak: number, height: number | null): number {
  return height === null ? peak * KEPT : peak + BUILT_UP * Math.max(0, height - peak);
}

function emptyPath(steps: number): IntentPath {
  const zeros = () => new Float64Array(steps);
  return { level: zeros(), peak: zeros(), left: new Uint8Array(steps), height: zeros() };
}
