import type { FactBins } from '@ascent/schemas';
import type { TrainingRows } from '../train/training-rows';
import { seeded } from './seeded';

const BINS = 8;
export const PLANTED_FACTS = ['pull', 'twinA', 'twinB', 'idle', 'copyOfPull'] as const;
const DAYS = [100, 130, 160, 250];

export type PlantedOptions = { accounts: number; seed: number; strength?: number; base?: number };

/**
 * Training rows of four cut-offs with a known truth: `pull` raises, `twinA` and `twinB` speak only together, `idle`
 * is noise and `copyOfPull` a blurred copy. The same account has the same `idle` at every cut-off.
 */
export function plantedRows({ accounts, seed, strength = 1, base = -2.4 }: PlantedOptions): TrainingRows & {
  logits: Float64Array;
} {
  const { next, below } = seeded(seed);
  const rows = accounts * DAYS.length;
  const fine = PLANTED_FACTS.map(() => new Uint8Array(rows));
  const labels = new Uint8Array(rows);
  const cutOff = new Uint8Array(rows);
  const account = new Uint32Array(rows);
  const logits = new Float64Array(rows);
  const hashes = Array.from({ length: accounts }, () => Math.floor(next() * 2 ** 32));
  const idle = hashes.map(() => 1 + below(BINS));
  for (let row = 0; row < rows; row++) {
    const who = row % accounts;
    cutOff[row] = Math.floor(row / accounts);
    account[row] = hashes[who]!;
    const [pull, a, b] = [1 + below(BINS), 1 + below(BINS), 1 + below(BINS)];
    const blurred = Math.min(BINS, Math.max(1, pull + below(5) - 2));
    const missing = next() < 0.05;
    [missing ? 0 : pull, a, b, idle[who]!, blurred].forEach((bin, f) => {
      fine[f]![row] = bin;
    });
    const together = a > BINS / 2 === b > BINS / 2 ? 0.7 : -0.7;
    logits[row] = base + strength * ((missing ? 0 : 0.55 * (pull - 4.5)) + together);
    labels[row] = next() < 1 / (1 + Math.exp(-logits[row]!)) ? 1 : 0;
  }
  const edges = Array.from({ length: BINS - 1 }, (_, i) => 10 * (i + 1));
  const coarse = Array.from({ length: BINS + 1 }, (_, i) => i);
  const features = PLANTED_FACTS.map((fact): FactBins => ({ fact, bins: { kind: 'number', edges }, coarse }));
  return { features, fine, labels, cutOff, account, cutOffDays: DAYS, labelDays: 90, logits };
}
