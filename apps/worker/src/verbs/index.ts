import type { Verb } from '../cli/verb';
import { auditVerify } from './audit';
import { bench } from './bench';
import { cycleRun, cycleStatus } from './cycle';
import { evaluateReleases } from './evaluate';
import { evaluatePropensity } from './evaluate-propensity';
import { exportVerb } from './export';
import { ingest } from './ingest';
import { marketGenerate } from './market';
import { modelExport, modelList, modelShow } from './model';
import { rejects } from './rejects';
import { releaseList, releaseShow, releaseVerify } from './release';
import { sampleFill } from './sample';
import { modelPromote, modelRollback, modelUnpin } from './serve';

/** Everything the command line can do. */
export const VERBS: readonly Verb[] = [
  marketGenerate,
  ingest,
  rejects,
  cycleRun,
  cycleStatus,
  releaseList,
  releaseShow,
  releaseVerify,
  exportVerb,
  evaluateReleases,
  evaluatePropensity,
  modelList,
  modelShow,
  modelExport,
  modelPromote,
  modelRollback,
  modelUnpin,
  auditVerify,
  sampleFill,
  bench,
];
