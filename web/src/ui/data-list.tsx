/** A list of anything: a table on wide screens, cards on phones, with its loading, empty and failed states. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../app/list.ts';
import { useFormat } from '../app/format.ts';
import type { Column } from './column.ts';
import classes from './data-list.module.css';
import { DataRow } from './data-row.tsx';
import { DataSkeleton } from './data-skeleton.tsx';
import { EmptyState } from './empty-state.tsx';
import { Problem } from './problem.tsx';
import { SortHeader } from './sort-header.tsx';

interface Props<Row> {
  /** What the list holds, for readers: "Activities". */
  label: string;
  /** The first column names the row; on phones it is the card's heading. */
  columns: readonly Column<Row>[];
  list: ListState<Row>;
  rowKey: (row: Row) => string;
  /** The address of a row's page: `pagePath('/leads/' + row.id)`. */
  href?: (row: Row) => string;
  /** Buttons of a row, at its end. */
  rowActions?: (row: Row) => ReactNode;
  /** As in the API: `name`, `-createdAt`. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  /** True when a search or filter is on: then "nothing found" instead of the empty state. */
  filtered?: boolean;
  onClearFilters?: () => void;
  /** An EmptyState: what belongs here and the one thing to do first. */
  empty: ReactNode;
}

export function DataList<Row>(props: Props<Row>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { label, columns, list, rowKey, href, rowActions, sort, onSort, filtered, onClearFilters, empty } = props;
  if (list.error && list.items.length === 0) return <Problem error={list.error} onRetry={list.retry} />;
  if (!list.loading && list.items.length === 0) {
    if (!filtered) return <div className={classes.frame}>{empty}</div>;
    const clear = onClearFilters && (
      <Button variant="default" onClick={onClearFilters}>
        {t('do.clearFilters')}
      </Button>
    );
    return (
      <div className={classes.frame}>
        <EmptyState title={t('list.nothing')} text={t('list.nothingHint')} action={clear} />
      </div>
    );
  }
  const shown = list.items.length;
  const total = list.total ?? shown;
  return (
    <div className={classes.frame} aria-busy={list.loading || list.stale}>
      <table className={classes.table} data-stale={list.stale || undefined}>
        <caption className="hidden-visually">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHeader key={column.key} column={column} sort={sort} {...(onSort ? { onSort } : {})} />
            ))}
            {rowActions && <td className={classes.actions} />}
          </tr>
        </thead>
        <tbody>
          {list.loading ? (
            <DataSkeleton columns={columns.length + (rowActions ? 1 : 0)} />
          ) : (
            list.items.map((row) => (
              <DataRow key={rowKey(row)} row={row} columns={columns} href={href?.(row)} actions={rowActions?.(row)} />
            ))
          )}
        </tbody>
      </table>
      {Boolean(list.error) && <Problem error={list.error} onRetry={list.retry} />}
      <div className={classes.foot}>
        <span role="status">
          {list.loading
            ? t('list.loading')
            : shown < total
              ? t('list.shown', { shown: format.number(shown), total: format.number(total) })
              : t('list.total', { count: total, total: format.number(total) })}
        </span>
        {list.more && (
          <Button variant="default" size="sm" loading={list.loadingMore} onClick={list.more}>
            {t('do.loadMore')}
          </Button>
        )}
      </div>
    </div>
  );
}
