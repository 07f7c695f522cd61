/** One row of a DataList; with an address the whole row leads there, through the link of its first cell. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Column } from './column.ts';
import classes from './data-list.module.css';

interface Props<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  href: string | undefined;
  actions: ReactNode;
}

export function DataRow<Row>({ row, columns, href, actions }: Props<Row>) {
  return (
    <tr className={classes.row} data-leads={href ? true : undefined}>
      {columns.map((column, index) => {
        const content = column.cell(row);
        const shared = { 'data-align': column.align, 'data-wide': column.wideOnly || undefined, 'data-label': column.header };
        if (index > 0) {
          return (
            <td key={column.key} className={classes.cell} {...shared}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" className={`${classes.cell} ${classes.name}`} {...shared}>
            {href ? (
              <Link to={href} className={classes.link}>
                {content}
              </Link>
            ) : (
              content
            )}
          </th>
        );
      })}
      {actions && <td className={`${classes.cell} ${classes.actions}`}>{actions}</td>}
    </tr>
  );
}
