import type { Cluster, Matrix, SegmentCode } from '../segment';

const clusters: Record<SegmentCode, Cluster> = {
  A1: 'Act Now',
  A2: 'Act Now',
  A3: 'Act Now',
  A4: 'Act Now',
  E5: 'Evaluate',
  E6: 'Evaluate',
  E7: 'Evaluate',
  E8: 'Evaluate',
  N9: 'Nurture',
  ET10: 'Educate',
};
const clusterByFit = { High: 'Act Now', Medium: 'Evaluate', Low: 'Nurture', 'Very low': 'Educate' } as const;

/** The default: fit decides the cluster, intent ranks within it. */
export const fitFirst: Matrix = {
  id: 'fit-first',
  codes: {
    High: { High: 'A1', Medium: 'A2', Low: 'A3', 'Very low': 'A4' },
    Medium: { High: 'E5', Medium: 'E6', Low: 'E7', 'Very low': 'E8' },
    Low: { High: 'N9', Medium: 'N9', Low: 'N9', 'Very low': 'N9' },
    'Very low': { High: 'ET10', Medium: 'ET10', Low: 'ET10', 'Very low': 'ET10' },
  },
  clusters,
  clusterByFit,
};

/** The preset in which intent moves the cluster too. */
export const fitAndIntent: Matrix = {
  id: 'fit-and-intent',
  codes: {
    High: { High: 'A1', Medium: 'A2', Low: 'E5', 'Very low': 'E6' },
    Medium: { High: 'A3', Medium: 'A4', Low: 'E7', 'Very low': 'N9' },
    Low: { High: 'E8', Medium: 'N9', Low: 'N9', 'Very low': 'ET10' },
    'Very low': { High: 'N9', Medium: 'ET10', Low: 'ET10', 'Very low': 'ET10' },
  },
  clusters,
  clusterByFit,
};
