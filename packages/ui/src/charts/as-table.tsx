'use client';
import type { Locale } from '@ascent/schemas';
import { type ReactNode, useState } from 'react';
import { Panel } from '../panels/panel';
import { uiWords } from '../words/words';

/** Every chart has a table behind it with the same numbers. */
export function AsTable({ chart, table, locale, name }: AsTableProps) {
  const view = useTableView();
  return (
    <div>
      <div className="row justify-end">
        <TableSwitch {...view} name={name} locale={locale} />
      </div>
      {view.asTable ? table : chart}
    </div>
  );
}

/** A panel whose header holds the switch. */
export function ChartPanel({ title, note, end, foot, chart, table, locale, name }: ChartPanelProps) {
  const view = useTableView();
  const tools = (
    <>
      {end}
      <TableSwitch {...view} name={name} locale={locale} />
    </>
  );
  return (
    <Panel title={title} note={note} end={tools} foot={foot}>
      {view.asTable ? table : chart}
    </Panel>
  );
}

function TableSwitch({ asTable, toggle, name, locale }: SwitchProps) {
  const words = uiWords(locale);
  const label = asTable ? words.chart : words.table;
  return (
    <button
      type="button"
      className="link xs nowrap"
      onClick={toggle}
      aria-label={name ? `${label}, ${name}` : undefined}
    >
      {label}
    </button>
  );
}

function useTableView() {
  const [asTable, setAsTable] = useState(false);
  return { asTable, toggle: () => setAsTable(!asTable) };
}

type SwitchProps = ReturnType<typeof useTableView> & { name?: string; locale: Locale };

export type AsTableProps = {
  chart: ReactNode;
  table: ReactNode;
  locale: Locale;
  /** Tells one switch from another when read alone. */
  name?: string;
};

export type ChartPanelProps = AsTableProps & {
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  foot?: ReactNode;
};
