import { z } from 'zod';
import type { Level } from './level';
import { CLUSTERS, SEGMENT_CODES } from './lists';

export const Cluster = z.enum(CLUSTERS);
export type Cluster = z.infer<typeof Cluster>;

export const SegmentCode = z.enum(SEGMENT_CODES);
export type SegmentCode = z.infer<typeof SegmentCode>;

export const SizeClass = z.enum(['Upper Medium', 'Medium', 'Very Small']);
export type SizeClass = z.infer<typeof SizeClass>;

const FitRow = z.object({
  High: SegmentCode,
  Medium: SegmentCode,
  Low: SegmentCode,
  'Very low': SegmentCode,
});

/** Fit x intent: every pair of levels has exactly one code, and every code exactly one cluster. */
export const Matrix = z.object({
  id: z.string(),
  codes: z.object({ High: FitRow, Medium: FitRow, Low: FitRow, 'Very low': FitRow }),
  clusters: z.record(SegmentCode, Cluster),
  /** The cluster of a fit level while intent is unknown. */
  clusterByFit: z.object({ High: Cluster, Medium: Cluster, Low: Cluster, 'Very low': Cluster }),
});
export type Matrix = z.infer<typeof Matrix>;

export type LevelPair = { fit: Level; intent: Level };
