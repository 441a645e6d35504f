import type { Cluster, SegmentCode } from '@ascent/schemas';

/** Short names in class names: c- soft chip, k- fill, t- ink, i- matrix tint. */
export const CLUSTER_KEY = { 'Act Now': 'act', Evaluate: 'eval', Nurture: 'nur', Educate: 'edu' } as const;

/** The glyph tells clusters apart without colour: 4, 3, 2 or 1 bars are lit. */
export const CLUSTER_STEPS: Record<Cluster, number> = { 'Act Now': 4, Evaluate: 3, Nurture: 2, Educate: 1 };

export const CLUSTER_ORDER: Cluster[] = ['Act Now', 'Evaluate', 'Nurture', 'Educate'];

export function clusterOfCode(code: SegmentCode): Cluster {
  if (code === 'ET10') return 'Educate';
  if (code.startsWith('A')) return 'Act Now';
  return code.startsWith('E') ? 'Evaluate' : 'Nurture';
}
