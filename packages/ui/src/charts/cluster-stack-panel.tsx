import type { ReactNode } from 'react';
import { ScrollX } from '../table/scroll-x';
import { ChartPanel } from './as-table';
import { ClusterLegend, ClusterStacks, type ClusterStacksProps } from './cluster-stack';

export function ClusterStackPanel({ title, note, foot, ...stacks }: ClusterStackPanelProps) {
  return (
    <ChartPanel
      title={title}
      note={note}
      foot={foot}
      end={<ClusterLegend locale={stacks.locale} />}
      name={stacks.caption}
      locale={stacks.locale}
      chart={
        <div className="in">
          <ClusterStacks {...stacks} />
        </div>
      }
      table={
        <ScrollX label={stacks.caption}>
          <ClusterStacks {...stacks} bars={false} />
        </ScrollX>
      }
    />
  );
}

export type ClusterStackPanelProps = Omit<ClusterStacksProps, 'bars'> & {
  title: ReactNode;
  note?: ReactNode;
  foot?: ReactNode;
};
