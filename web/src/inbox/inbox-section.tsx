/** One part of the inbox with its heading; without items it is not there. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import classes from './inbox.module.css';

interface Props<Item> {
  title: string;
  note?: ReactNode;
  section: { total: number; items: readonly Item[] };
  itemKey: (item: Item) => string;
  children: (item: Item) => ReactNode;
  /** The way to all of them, when there are more than fit. */
  more?: ReactNode;
  /** Stands apart from what is hers. */
  apart?: boolean;
}

export function InboxSection<Item>({ title, note, section, itemKey, children, more, apart = false }: Props<Item>) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const id = useId();
  const { total, items } = section;
  if (total === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.section} data-apart={apart || undefined}>
      <div className={classes.heading}>
        <h2 id={id}>
          {title} <span className={classes.count}>{format.number(total)}</span>
        </h2>
        {note && <span>{note}</span>}
      </div>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={itemKey(item)} className={classes.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className={classes.more}>
          {t('shownOf', { shown: format.number(items.length), total: format.number(total) })} {more}
        </p>
      )}
    </section>
  );
}
