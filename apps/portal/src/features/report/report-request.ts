import type { ReportName } from '@ascent/schemas';
import { filterParams } from '../grid/grid-href';
import { readGridQuery } from '../grid/grid-query';

/** A file's address: the columns, once each or joined by commas, and the grid's filters. */
export function reportRequest(report: ReportName, params: URLSearchParams) {
  const columns = params
    .getAll('columns')
    .flatMap((value) => value.split(','))
    .filter((header) => header !== '');
  const query = readGridQuery(params);
  const { columns: _columns, sort: _sort, page: _page, pageSize: _pageSize, ...filters } = query;
  const narrowed = filterParams(query).toString() !== '';
  return { report, ...(columns.length ? { columns } : {}), ...(narrowed ? { filters } : {}) };
}

export function reportHref(report: ReportName, filters?: URLSearchParams): string {
  const text = filters?.toString();
  return text ? `/api/report/${report}?${text}` : `/api/report/${report}`;
}
