import type { AdditiveModel } from './additive';
import type { Monotone } from './bins';
import type { Line } from './platt';

/** logistic and mains: single features only; pairs and triples: terms of up to so many features. */
export type Method = 'logistic' | 'mains' | 'pairs' | 'triples';

export type EbmOptions = {
  seed: number;
  pairsMax?: number;
  triplesMax?: number;
  bags?: number;
  /** By column name: log-odds may only rise or fall with it, whatever the other columns say. */
  monotone?: Record<string, Monotone>;
  /**
   * What a row of either class counts for beside its own weight. Probabilities are then those of a table with as many
   * rows of each class.
   */
  classWeights?: { negative: number; positive: number };
};

/** A method's log loss on rows that its bags had not learnt from, and its share in the model. */
export type Judged = { method: Method | 'prior'; outOfBagLoss: number; share: number };

/** A blend of methods is still one table a term; `method` is the most intricate one that has a share. */
export type FittedEbm = {
  model: AdditiveModel;
  /** `prior`: an intercept only. */
  method: Method | 'prior';
  /** Of the blend as it is calibrated; null when there was too little to try anything. */
  outOfBagLoss: number | null;
  calibration: Line;
  /**
   * With times: the slope that the last moments ask of a model that had not seen them, at most 1; the model's log-odds
   * are drawn together by it.
   */
  laterSlope: number | null;
  /** Every method that was tried, simple ones first. */
  candidates: Judged[];
};
