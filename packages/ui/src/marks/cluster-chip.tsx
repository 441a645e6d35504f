import type { Cluster, Locale, SegmentCode } from '@ascent/schemas';
import { CLUSTER_KEY, clusterOfCode } from '../domain/cluster';
import { uiWords } from '../words/words';
import { StepsGlyph } from './steps-glyph';

/** Glyph, word and code: at most one full chip stands in a row, the others are codes. */
export function ClusterChip({ cluster, code, locale }: ClusterChipProps) {
  const words = uiWords(locale);
  if (!cluster) return <span className="chip c-none">{words.notScored}</span>;
  return (
    <span className={`chip c-${CLUSTER_KEY[cluster]}`}>
      <StepsGlyph cluster={cluster} />
      {words.clusters[cluster]}
      {code && <code>{code}</code>}
    </span>
  );
}

/** The code alone; the cluster's word is said. */
export function CodeChip({ code, locale }: CodeChipProps) {
  const words = uiWords(locale);
  if (!code) {
    return (
      <span className="mini c-none" title={words.notScored}>
        <span aria-hidden="true">–</span>
        <span className="sr">{words.notScored}</span>
      </span>
    );
  }
  const cluster = clusterOfCode(code);
  return (
    <span className={`mini c-${CLUSTER_KEY[cluster]}`} title={words.clusters[cluster]}>
      {code}
      <span className="sr"> {words.clusters[cluster]}</span>
    </span>
  );
}

export type ClusterChipProps = { cluster: Cluster | null; code?: SegmentCode | null; locale: Locale };
export type CodeChipProps = { code: SegmentCode | null; locale: Locale };
