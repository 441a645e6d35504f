import type { ModelCard } from '@ascent/schemas';
import { logisticPeer } from './fine-rows';
import { splitByTime } from './split-by-time';
import type { TrainingJob } from './train-model';
import { takeFacts, takeTraining, thinned } from './training-rows';

const ROWS_MAX = 5_000;
const POSITIVES_MIN = 40;

export type Chosen = { facts: string[]; alternatives: ModelCard['alternatives'] };

/**
 * Of every list of alternatives the fact with which plain logistic terms miss least on accounts they had not learnt
 * from, list by list, earlier rows only. The first of a list stands where there is too little to choose by.
 */
export function chooseAlternatives(
  job: Pick<TrainingJob, 'rows' | 'facts' | 'alternatives' | 'naming'>,
): Chosen {
  const { rows, alternatives, naming } = job;
  const earlier = thinned(takeTraining(rows, splitByTime(rows).train), ROWS_MAX);
  const positives = earlier.labels.reduce((sum, label) => sum + label, 0);
  const kept = job.facts.filter((fact) => !alternatives.some((list) => list.includes(fact)));
  const picked = alternatives.map((list) => list[0]!);
  const told: ModelCard['alternatives'] = [];
  if (positives >= POSITIVES_MIN && positives < earlier.labels.length) {
    alternatives.forEach((list, at) => {
      const lossOf = (fact: string) => {
        const tried = takeFacts(earlier, [...kept, ...picked.with(at, fact)]);
        return logisticPeer(tried, tried, naming.seed).heldLoss;
      };
      const losses = list.map(lossOf);
      picked[at] = list[losses.indexOf(Math.min(...losses))]!;
      const tried = list.map((fact, index) => ({ fact, logLoss: losses[index]! }));
      told.push({ chosen: picked[at]!, tried });
    });
  }
  return { facts: [...picked, ...kept], alternatives: told };
}
