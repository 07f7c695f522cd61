/** A column of a list: what it is called, what it shows, whether it sorts. */
import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The API's name of this column for `sort`; without it the column does not sort. */
  sort?: string;
  /** Numbers at the right. */
  align?: 'right';
  /** Left out of the cards on phones. */
  wideOnly?: boolean;
}
