/** The head of a column; where the column sorts it is a button that says in which order. */
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { Column } from './column.ts';
import classes from './data-list.module.css';

interface Props<Row> {
  column: Column<Row>;
  sort: string | undefined;
  onSort?: (sort: string) => void;
}

export function SortHeader<Row>({ column, sort, onSort }: Props<Row>) {
  const rising = column.sort !== undefined && sort === column.sort;
  const falling = column.sort !== undefined && sort === `-${column.sort}`;
  const Icon = rising ? IconArrowUp : falling ? IconArrowDown : IconArrowsSort;
  const sortable = column.sort !== undefined && onSort !== undefined;
  return (
    <th
      scope="col"
      className={classes.head}
      data-align={column.align}
      aria-sort={rising ? 'ascending' : falling ? 'descending' : sortable ? 'none' : undefined}
    >
      {sortable ? (
        <UnstyledButton
          className={classes.sort}
          data-on={rising || falling || undefined}
          onClick={() => onSort(rising ? `-${column.sort}` : `${column.sort}`)}
        >
          {column.header}
          <Icon size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      ) : (
        column.header
      )}
    </th>
  );
}
