import type {
  EbmJob,
  EbmOptions,
  EbmResult,
  FineTable,
  FittedEbm,
  Trained,
  TrainingJob,
} from '@ascent/scoring';

/** What a thread is asked: a model with its card, a fit, or one piece of one. */
export type Task =
  | { kind: 'card'; job: TrainingJob }
  | { kind: 'model'; table: FineTable; options: EbmOptions }
  | { kind: 'job'; table: FineTable; job: EbmJob };
export type Answer<T extends Task> = T extends { kind: 'card' }
  ? Trained
  : T extends { kind: 'model' }
    ? FittedEbm
    : EbmResult;

export type Asked = { task: Task };
export type Answered =
  | { answer: Trained | FittedEbm | EbmResult }
  | { error: { message: string; stack: string | undefined } };
