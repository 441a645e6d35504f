import type { Cluster, Locale } from '@ascent/schemas';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { CLUSTER_KEY, CLUSTER_ORDER } from '../domain/cluster';
import { placed } from '../domain/placed';
import { formatInteger } from '../format/number';
import { Delta } from '../marks/delta';
import { uiWords } from '../words/words';

/** One bar of one total; not scored is a hatched part, not missing length. */
export function ClusterStack({ counts, locale, thin, hidden }: ClusterStackProps) {
  const words = uiWords(locale);
  const parts = [
    ...CLUSTER_ORDER.map(
      (cluster) => [words.clusters[cluster], CLUSTER_KEY[cluster], counts[cluster]] as const,
    ),
    [words.notScored, 'none', counts.notScored ?? 0] as const,
  ].filter(([, , count]) => count > 0);
  const all = parts.reduce((sum, [, , count]) => sum + count, 0);
  const said = parts.map(([name, , count]) => `${name} ${formatInteger(count, locale)}`).join(', ');
  return (
    <div
      className={classNames('stack', thin && 'thin')}
      {...(hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': said })}
    >
      {parts.map(([name, key, count]) => (
        <i
          key={key}
          className={`k-${key}`}
          {...placed({ width: (100 * count) / all })}
          title={`${name} ${formatInteger(count, locale)}`}
        />
      ))}
    </div>
  );
}

export function ClusterLegend({ locale }: { locale: Locale }) {
  const words = uiWords(locale);
  return (
    <ul className="legend">
      {CLUSTER_ORDER.map((cluster) => (
        <li key={cluster}>
          <i className={`dot k-${CLUSTER_KEY[cluster]}`} />
          {words.clusters[cluster]}
        </li>
      ))}
      <li>
        <i className="dot k-none" />
        {words.notScored}
      </li>
    </ul>
  );
}

/** A bar for each product, with its counts; without bars it is the chart's table. */
export function ClusterStacks({ caption, rows, since, bars = true, locale }: ClusterStacksProps) {
  const words = uiWords(locale);
  const heads = [...CLUSTER_ORDER.map((cluster) => words.clusters[cluster]), words.notScored];
  return (
    <table className={bars ? 'stacks' : 'tb free'} aria-label={caption}>
      <colgroup>
        <col width={bars ? 208 : undefined} />
        {bars && <col />}
        {heads.map((head, index) => (
          <col key={head} width={bars ? (index === 4 ? 100 : 68) : undefined} />
        ))}
        {since && <col width={176} />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{words.product}</span>
          </th>
          {bars && <td />}
          {heads.map((head) => (
            <th scope="col" key={head} className="num">
              {head}
            </th>
          ))}
          {since && (
            <th scope="col" className="num">
              {since}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <StackRow key={row.id} row={row} bars={bars} since={Boolean(since)} locale={locale} />
        ))}
      </tbody>
    </table>
  );
}

function StackRow({
  row,
  bars,
  since,
  locale,
}: {
  row: ClusterStackRow;
  bars: boolean;
  since: boolean;
  locale: Locale;
}) {
  const words = uiWords(locale);
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {bars && (
        <td className="bar-cell">
          <ClusterStack counts={row.counts} locale={locale} hidden />
        </td>
      )}
      {CLUSTER_ORDER.map((cluster) => (
        <td
          key={cluster}
          className={classNames('num', cluster === 'Act Now' ? 'b' : 'dim')}
          data-label={words.clusters[cluster]}
        >
          {formatInteger(row.counts[cluster], locale)}
        </td>
      ))}
      <td className="num muted" data-label={words.notScored}>
        {formatInteger(row.counts.notScored ?? 0, locale)}
      </td>
      {since && <td className="num since-cell">{row.moved && <Moved {...row.moved} locale={locale} />}</td>}
    </tr>
  );
}

function Moved({ entered, left, locale }: { entered: number; left: number; locale: Locale }) {
  return (
    <span className="since">
      <Delta value={entered - left} locale={locale} />
      <span className="muted xs">
        {uiWords(locale).inOut(formatInteger(entered, locale), formatInteger(left, locale))}
      </span>
    </span>
  );
}

export type ClusterCounts = Record<Cluster, number> & { notScored?: number };
export type ClusterStackProps = {
  counts: ClusterCounts;
  locale: Locale;
  thin?: boolean;
  /** When the counts stand beside it. */
  hidden?: boolean;
};
export type ClusterStackRow = {
  id: string;
  label: ReactNode;
  counts: ClusterCounts;
  /** Entered and left Act Now since the release before. */
  moved?: { entered: number; left: number };
};
export type ClusterStacksProps = {
  caption: string;
  rows: ClusterStackRow[];
  /** Heading of the moves: "Act Now since September". */
  since?: string;
  bars?: boolean;
  locale: Locale;
};
