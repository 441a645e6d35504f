import type { AccountLine } from '@ascent/api';
import { CLUSTERS, type GridColumn, type Locale } from '@ascent/schemas';
import {
  ClusterChip,
  CodeChip,
  formatBand,
  formatDate,
  formatInteger,
  formatPercent,
  ScoreBar,
  uiWords,
} from '@ascent/ui';
import type { ReactNode } from 'react';
import { codeOf } from '../account/code-of';
import { columnValue } from './applied-filters';

/** A cell as its column's kind is shown everywhere; what is not there says so, never 0. */
export function GridCellContent({
  column,
  row,
  locale,
}: {
  column: GridColumn;
  row: AccountLine;
  locale: Locale;
}) {
  const value = row.cells[column.id] ?? null;
  const words = uiWords(locale);
  const nothing = <span className="ns">{words.unknown}</span>;
  switch (column.kind) {
    case 'score':
      return (
        <ScoreBar
          kind={column.id.endsWith('FitScore') ? 'fit' : 'intent'}
          score={value as number | null}
          locale={locale}
        />
      );
    case 'chance':
      return value === null ? <NotScored locale={locale} /> : formatPercent(Number(value) / 1e6, locale, 1);
    case 'integer':
      return value === null ? nothing : formatInteger(Number(value), locale);
    case 'date':
      return value === null || value === '' ? <Dash /> : formatDate(String(value), locale);
    case 'choice':
      return <Choice column={column} value={String(value ?? '')} row={row} locale={locale} />;
    default:
      return value === null || value === '' ? nothing : <span title={String(value)}>{value}</span>;
  }
}

type ChoiceProps = { column: GridColumn; value: string; row: AccountLine; locale: Locale };

function Choice({ column, value, row, locale }: ChoiceProps): ReactNode {
  if (column.id.endsWith('RevenuePotential')) {
    return <span className={value ? undefined : 'ns'}>{formatBand(value || null, locale)}</span>;
  }
  if (column.group === 'product' && column.id.endsWith('Cluster')) {
    const cluster = CLUSTERS.find((each) => each === value) ?? null;
    return (
      <ClusterChip cluster={cluster} code={codeOf(row.cells[`${column.product}Code`])} locale={locale} />
    );
  }
  if (column.group === 'product' && column.id.endsWith('Code')) {
    return <CodeChip code={codeOf(value)} locale={locale} />;
  }
  if (value === '')
    return column.group === 'product' ? <NotScored locale={locale} /> : <Unknown locale={locale} />;
  const shown = columnValue(column, value, locale);
  return <span title={shown}>{shown}</span>;
}

const Unknown = ({ locale }: { locale: Locale }) => <span className="ns">{uiWords(locale).unknown}</span>;
const NotScored = ({ locale }: { locale: Locale }) => <span className="ns">{uiWords(locale).notScored}</span>;
const Dash = () => <span className="muted">–</span>;
