import type { ReactNode } from 'react';

/** A few numbers that say what they count; four or five stand in a line. */
export function KpiStrip({ label, items }: { label: string; items: Kpi[] }) {
  return (
    <section className="kpis" aria-label={label}>
      {items.map((kpi) => (
        <div className="kpi" key={kpi.id}>
          <p className="l">
            {kpi.icon}
            {kpi.label}
          </p>
          <p className="v">
            {kpi.value}
            {kpi.unit && <small>{kpi.unit}</small>}
            {kpi.delta}
          </p>
          {kpi.note && <p className="n">{kpi.note}</p>}
        </div>
      ))}
    </section>
  );
}

export type Kpi = {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  delta?: ReactNode;
  note?: ReactNode;
};
