import { placed } from '../domain/placed';
import { ROLE } from './table-roles';

/** Rows to come, at their final height; they show after 200 ms. */
export function SkeletonRows({ columns, rows }: { columns: number; rows: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={`skeleton-${row}`} {...ROLE.row} className="sk-row">
      {Array.from({ length: columns }, (_, column) => (
        <td {...ROLE.cell} key={`part-${column}`}>
          <i className="sk" {...placed({ width: column === 0 ? names[row % names.length] : 72 })} />
        </td>
      ))}
    </tr>
  ));
}

/** Something to come: a line of this share of its place, or a block. */
export function Skeleton({ width = 100, block = false }: { width?: number; block?: boolean }) {
  return <i className={block ? 'sk block' : 'sk'} {...placed({ width })} aria-hidden="true" />;
}

const names = [78, 52, 66, 90, 47, 71];
