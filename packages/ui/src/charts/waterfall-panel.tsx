import type { ReactNode } from 'react';
import { ChartPanel } from './as-table';
import { Waterfall, type WaterfallProps } from './waterfall';
import { WaterfallTable } from './waterfall-table';

export function WaterfallPanel({ title, note, end, foot, ...chart }: WaterfallPanelProps) {
  return (
    <ChartPanel
      title={title}
      note={note}
      end={end}
      foot={foot}
      name={typeof title === 'string' ? title : undefined}
      locale={chart.locale}
      chart={<Waterfall {...chart} />}
      table={<WaterfallTable {...chart} />}
    />
  );
}

export type WaterfallPanelProps = WaterfallProps & {
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  foot?: ReactNode;
};
