import type { Cluster } from '@ascent/schemas';
import { CLUSTER_STEPS } from '../domain/cluster';

export function StepsGlyph({ cluster }: { cluster: Cluster }) {
  const lit = CLUSTER_STEPS[cluster];
  return (
    <svg className="steps" viewBox="0 0 11 10" aria-hidden="true">
      {bars.map((height, index) => (
        <rect
          key={height}
          className={index < lit ? undefined : 'off'}
          x={index * 3}
          y={10 - height}
          width="2"
          height={height}
          rx=".5"
        />
      ))}
    </svg>
  );
}

const bars = [2.5, 5, 7.5, 10];
