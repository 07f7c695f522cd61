/** The rows of a DataList while they load, of the height that rows will have. */
import { Skeleton } from '@mantine/core';
import classes from './data-list.module.css';

const rows = ['a', 'b', 'c', 'd', 'e', 'f'];
const widths = ['62%', '48%', '55%', '40%', '52%'];

export function DataSkeleton({ columns }: { columns: number }) {
  return rows.map((row) => (
    <tr key={row} className={classes.row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => `${row}${column}`).map((cell, column) => (
        <td key={cell} className={classes.cell} data-wide={column > 1 || undefined}>
          <Skeleton h={14} my={4} w={widths[column % widths.length] ?? '50%'} radius="sm" />
        </td>
      ))}
    </tr>
  ));
}
