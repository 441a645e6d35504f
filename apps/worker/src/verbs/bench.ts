import type { Bench, BenchResult } from '../bench/bench';
import { benchIngest } from '../bench/ingest';
import { benchMonth } from '../bench/month';
import { benchPortal } from '../bench/portal';
import { benchRecovery } from '../bench/recovery';
import { benchScoring } from '../bench/scoring';
import { benchScoringWritten } from '../bench/scoring-written';
import { benchTraining } from '../bench/training';
import { benchTrainingMemory } from '../bench/training-memory';
import { UsageError, type Verb } from '../cli/verb';

const BENCHES: Record<string, Bench> = {
  ingest: benchIngest,
  month: benchMonth,
  portal: benchPortal,
  recovery: benchRecovery,
  scoring: benchScoring,
  'scoring-written': benchScoringWritten,
  training: benchTraining,
  'training-memory': benchTrainingMemory,
};

export const bench: Verb = {
  name: 'bench',
  usage: `bench ${Object.keys(BENCHES).join('|')}`,
  about: 'one benchmark against its peer in the same run, on stores of its own',
  positionals: { min: 1, max: 1 },
  stores: false,
  run: async (given, progress) => {
    const name = given.positionals[0]!;
    const run = BENCHES[name];
    if (!run)
      throw new UsageError(`there is no bench "${name}"; there are ${Object.keys(BENCHES).join(', ')}`);
    return { bench: name, ...(await run(progress)) };
  },
  say: (result) => {
    const { bench: name, ours, peer, unit, detail } = result as BenchResult & { bench: string };
    const against = peer === null ? '' : `, peer ${peer} ${unit}`;
    return `${name}: ours ${ours} ${unit}${against}\n${JSON.stringify(detail, null, 2)}`;
  },
};
