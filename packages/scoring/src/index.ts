export * from './bin/bin-of';
export { driverPointsSql, driverTermSql } from './compile/drivers';
export { exportTs } from './compile/export-ts';
export { packedSettings } from './compile/packed-settings';
export * from './compile/packed-source';
export { packedSelect } from './compile/packed-sql';
export * from './compile/score-sql';
export { SCORING_PREFIX, type ScoringDictionary, scoringDictionary } from './compile/scoring-dictionary';
export { type Kind, planScoring, type ScoredProduct, type ScoringPlan } from './compile/scoring-plan';
export type { AdditiveModel, EbmTerm } from './ebm/additive';
export { type FineTable, fineBins, fineTable } from './ebm/bin-rows';
export { type EbmFeature, findFeature, type Monotone } from './ebm/bins';
export { fitBinned, fitBinnedWith } from './ebm/fit-binned';
export { fitEbm } from './ebm/fit-ebm';
export { type EbmJob, type EbmResult, runJob } from './ebm/job';
export type { EbmOptions, FittedEbm, Judged, Method } from './ebm/options';
export { logOddsOf, predict } from './ebm/predict';
export { type Column, type EbmTable, takeRows } from './ebm/table';
export * from './evaluate/evaluate-part';
export { driftOf, leaksOf } from './evaluate/guard-part';
export * from './evaluate/metrics';
export { tableNotes } from './evaluate/table-notes';
export * from './explain/bin-text';
export * from './explain/card-markdown';
export * from './explain/change';
export * from './explain/cost-text';
export * from './explain/move-sentence';
export * from './explain/moves';
export { inBoth, type Lang } from './explain/number-text';
export * from './explain/sentence';
export * from './explain/term-shape';
export * from './facts/bins-sql';
export * from './facts/column';
export * from './facts/facts-query';
export { CUT, decayWeights } from './facts/measures';
export {
  columnDrift,
  type Drift,
  rateDrift,
  stability,
  termDrift,
} from './guard/drift';
export { type BinnedRows, findLeaks, type Leak } from './guard/leakage';
export { type MeaningDrift, meaningDrift } from './guard/meaning-drift';
export * from './score/drivers';
export * from './score/score-account';
export * from './score/score-rows';
export * from './score/segment';
export * from './train/calibrate-model';
export * from './train/find-binning';
export * from './train/fit-propensity';
export * from './train/fit-revenue';
export * from './train/measure';
export * from './train/split-by-time';
export * from './train/to-document';
export * from './train/train-model';
export * from './train/training-rows';
