import { ROLE } from './table-roles';

/** Rows to come, at their final height; they show after 200 ms. */
export function SkeletonRows({ columns, rows }: { columns: number; rows: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={`skeleton-${row}`} {...ROLE.row} className="sk-row">
      {Array.from({ length: columns }, (_, column) => (
        <td {...ROLE.cell} key={`part-${column}`}>
          <i className="sk" style={{ width: `${column === 0 ? names[row % names.length] : 72}%` }} />
        </td>
      ))}
    </tr>
  ));
}

/** One line of something to come. */
export function Skeleton({
  width = '100%',
  height = 9,
}: {
  width?: number | string;
  height?: number | string;
}) {
  return <i className="sk" style={{ width, height }} aria-hidden="true" />;
}

const names = [78, 52, 66, 90, 47, 71];
