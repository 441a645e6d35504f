export { type Backtest, backtest } from './backtest';
export { contentHash } from './content-hash';
export { CYCLE } from './cycle';
export { asOfDays } from './month';
export { restOn } from './rest-on';
export { type CycleOptions, type CycleOutcome, runCycle } from './run-cycle';
export { type Scoring, scoreAccounts, withDictionary } from './score-accounts';
export { type TrainingJob, trainOnThreads } from './threads/train-on-threads';
